/** Inside a thread: draws one sheet after another. */
import { parentPort, workerData } from 'node:worker_threads'
import { drawSheet } from './pdf/draw-sheet'
import { readFaces } from './pdf/faces'
import { openLetters } from './pdf/letters'
import type { Made, Order } from './press'
import { writeWorkbook } from './xlsx/write-workbook'

const letters = readFaces((workerData as { fonts: string }).fonts).then(openLetters)

const make = async ({ sheet, format }: Order): Promise<Uint8Array> =>
  format === 'pdf' ? drawSheet(sheet, await letters) : writeWorkbook(sheet)

async function answer(order: Order): Promise<void> {
  const { number } = order
  const made = await make(order).then(
    (bytes): Made => ({ number, bytes }),
    (error: unknown): Made => ({ number, failure: String(error) }),
  )
  parentPort?.postMessage(made)
}

let before: Promise<void> = Promise.resolve()
parentPort?.on('message', (order: Order) => {
  before = before.then(() => answer(order))
})
