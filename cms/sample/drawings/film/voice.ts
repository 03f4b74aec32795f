/** Mandarin speech from espeak-ng. It reads numbered pinyin well and characters badly, so every sentence is spelled. */

import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

export const SAMPLES_PER_SECOND = 22_050
const CALM_RATE = 165
const FASTEST_RATE = 290
const QUIET = 160

const run = promisify(execFile)

/** The calmest reading that fits into `seconds`, as mono 16-bit samples. */
export async function speak(pinyin: string, seconds: number): Promise<Int16Array> {
  for (let rate = CALM_RATE; rate <= FASTEST_RATE; rate += 10) {
    const samples = await read(pinyin, rate)
    if (samples.length <= seconds * SAMPLES_PER_SECOND) return samples
  }
  throw new Error(`even at ${FASTEST_RATE} words a minute this takes longer than ${seconds} s: ${pinyin}`)
}

async function read(pinyin: string, rate: number): Promise<Int16Array> {
  const folder = await mkdtemp(join(tmpdir(), 'voice-'))
  try {
    const file = join(folder, 'sentence.wav')
    await run('espeak-ng', ['-v', 'cmn-latn-pinyin', '-p', '42', '-s', String(rate), '-w', file, pinyin])
    const wave = await readFile(file)
    const body = wave.subarray(wave.indexOf('data') + 8)
    const samples = new Int16Array(body.buffer.slice(body.byteOffset, body.byteOffset + (body.length & ~1)))
    return samples.subarray(0, 1 + samples.findLastIndex((sample) => Math.abs(sample) > QUIET))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** A silent track with each reading laid in at its second. */
export function track(seconds: number, readings: readonly { at: number; samples: Int16Array }[]): Buffer {
  const samples = new Int16Array(Math.round(seconds * SAMPLES_PER_SECOND))
  for (const reading of readings) samples.set(reading.samples, Math.round(reading.at * SAMPLES_PER_SECOND))
  return Buffer.from(samples.buffer)
}
