/** Reads the code on the first page of a paper as a telephone does: from its picture. */
import { createRequire } from 'node:module'
import { createCanvas } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const jsQR = createRequire(import.meta.url)('jsqr') as typeof import('jsqr').default

const SCALE = 2

export async function readCode(bytes: Uint8Array): Promise<string | null> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 })
  const page = await (await task.promise).getPage(1)
  const viewport = page.getViewport({ scale: SCALE })
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  const context = canvas.getContext('2d')
  await page.render({ canvas: canvas as never, viewport }).promise
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height)
  await task.destroy()
  return jsQR(data as unknown as Uint8ClampedArray, width, height)?.data ?? null
}
