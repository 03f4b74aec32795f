/**
 * Draws the sample pictures into ../media. By hand, after a change to a drawing:
 *   node cms/sample/drawings/draw.ts [name…]
 */

import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { portraits } from './portraits.ts'
import { scenes } from './scenes/index.ts'

const MEDIA = join(import.meta.dirname, '../media')
const MAX_BYTES = 120 * 1024

const logo = await readFile(join(import.meta.dirname, 'logo.svg'), 'utf8')
const drawings: Record<string, () => string> = {
  ...scenes,
  ...portraits,
  logo: () => logo,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in drawings))
if (unknown.length > 0)
  throw new Error(`no drawing is called ${unknown.join(', ')}; there are ${Object.keys(drawings).join(', ')}`)

await mkdir(MEDIA, { recursive: true })
for (const [name, draw] of Object.entries(drawings)) {
  if (wanted.length === 0 || wanted.includes(name)) await rasterise(name, Buffer.from(draw()))
}

async function rasterise(name: string, svg: Buffer): Promise<void> {
  const { size, width, height } = await sharp(svg)
    .webp({ quality: 82, effort: 6 })
    .toFile(join(MEDIA, `${name}.webp`))
  if (size > MAX_BYTES) throw new Error(`${name}.webp has ${size} bytes, more than ${MAX_BYTES}: simplify the drawing`)
  console.log(`${name}.webp ${width}x${height} ${Math.round(size / 1024)} KB`)
}
