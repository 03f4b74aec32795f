/**
 * Makes the demonstration lesson (lesson-demo.mp4, .vtt) out of its `captions_script`, and lesson-audio.mp3. By hand:
 *   node cms/sample/drawings/film/film.ts
 * Needs ffmpeg, espeak-ng and the Noto CJK fonts on the machine.
 */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { parse } from 'yaml'
import { z } from 'zod'
import { shots } from './script.ts'
import { MOVES_FOR_S, slide } from './slide.ts'
import { SAMPLES_PER_SECOND, speak, track } from './voice.ts'

const FRAMES_PER_SECOND = 25
const BREATH_S = 0.25
const SAMPLE = join(import.meta.dirname, '../..')
const MEDIA = join(SAMPLE, 'media')

const cueSchema = z.object({ from: z.number(), to: z.number(), text: z.string() })
type Cue = z.infer<typeof cueSchema>

const lesson = await readFile(join(SAMPLE, 'lessons/01-thought-report.md'), 'utf8')
const { captions_script: cues } = z
  .object({ captions_script: z.array(cueSchema) })
  .parse(parse(lesson.split('---\n')[1] ?? ''))
const scenes = cues.map((cue, index) => {
  const shot = shots[index]
  if (shot?.lines.join('') !== cue.text)
    throw new Error(`sentence ${index + 1} of the lesson has no shot in script.ts: ${cue.text}`)
  return { cue, shot }
})
const length = cues.at(-1)?.to ?? 0

const folder = await mkdtemp(join(tmpdir(), 'film-'))
try {
  const voice = join(folder, 'voice.raw')
  await writeFile(voice, await narrate())
  await film(voice)
  await writeFile(join(MEDIA, 'lesson-demo.vtt'), captions(cues))
} finally {
  await rm(folder, { recursive: true })
}

async function narrate(): Promise<Buffer> {
  const readings = []
  for (const { cue, shot } of scenes) {
    readings.push({ at: cue.from + BREATH_S, samples: await speak(shot.pinyin, cue.to - cue.from - BREATH_S) })
  }
  return track(length, readings)
}

async function film(voice: string): Promise<void> {
  const sound = ['-f', 's16le', '-ar', String(SAMPLES_PER_SECOND), '-ac', '1', '-i', voice]
  const picture = ['-f', 'image2pipe', '-framerate', String(FRAMES_PER_SECOND), '-i', '-']
  const video = [
    '-c:v',
    'libx264',
    '-preset',
    'slow',
    '-crf',
    '24',
    '-pix_fmt',
    'yuv420p',
    '-g',
    '50',
    '-profile:v',
    'main',
  ]
  const audio = ['-c:a', 'aac', '-b:a', '64k', '-ar', '44100', '-af', 'highpass=f=90,lowpass=f=6500,volume=-3dB']
  const target = ['-movflags', '+faststart', '-t', String(length), join(MEDIA, 'lesson-demo.mp4')]
  const ffmpeg = spawn('ffmpeg', ['-y', '-v', 'error', ...picture, ...sound, ...video, ...audio, ...target], {
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  const closed = once(ffmpeg, 'close')
  for (const { cue, shot } of scenes) {
    let still: Buffer | undefined
    for (let frame = 0; frame < (cue.to - cue.from) * FRAMES_PER_SECOND; frame++) {
      const second = frame / FRAMES_PER_SECOND
      const image =
        still ??
        (await sharp(Buffer.from(slide(shot, second)))
          .png({ compressionLevel: 1 })
          .toBuffer())
      if (second > MOVES_FOR_S) still = image
      if (!ffmpeg.stdin.write(image)) await once(ffmpeg.stdin, 'drain')
    }
  }
  ffmpeg.stdin.end()
  const [code] = await closed
  if (code !== 0) throw new Error(`ffmpeg ended with ${String(code)}`)
}

function captions(lines: readonly Cue[]): string {
  const time = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(11, 23)
  const blocks = lines.map(({ from, to, text }, index) => `${index + 1}\n${time(from)} --> ${time(to)}\n${text}\n`)
  return `WEBVTT\nLanguage: zh-CN\n\n${blocks.join('\n')}`
}
