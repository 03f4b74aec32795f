/** The two faces of the papers, packed beside the code: a server has no Chinese font of its own that could be relied on. */
import fs from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'

export type Weight = 'regular' | 'bold'
export type Faces = Record<Weight, Buffer>

const unpack = promisify(brotliDecompress)

const readFace = async (folder: string, name: string): Promise<Buffer> =>
  unpack(await fs.readFile(path.join(folder, name)))

/** @param folder `cms/fonts` */
export async function readFaces(folder: string): Promise<Faces> {
  const [regular, bold] = await Promise.all([
    readFace(folder, 'song-regular.otf.br'),
    readFace(folder, 'song-bold.otf.br'),
  ])
  return { regular, bold }
}
