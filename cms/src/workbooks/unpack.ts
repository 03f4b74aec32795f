/** Unpacks an entry of an archive without believing what it says of its size: what is counted, is what comes out. */
import type JSZip from 'jszip'

/** @throws RangeError where more comes out than that */
export function unpackWithin(entry: JSZip.JSZipObject, mostBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const stream = entry.nodeStream('nodebuffer')
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > mostBytes) {
        stream.pause()
        reject(new RangeError('too large'))
      } else chunks.push(chunk)
    })
    stream.on('error', reject)
    stream.on('end', () => resolve(Buffer.concat(chunks)))
  })
}
