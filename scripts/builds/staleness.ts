import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { hashFiles } from './source-hash.ts'
import type { BuildTarget } from './targets.ts'

const RECORD = '.built-from.json'
const recordSchema = z.object({ sources: z.string(), outputs: z.string() })

const recordFile = (root: string, target: BuildTarget) => path.join(root, target.outputDir, RECORD)
const isSource = (file: string) => !/\.test\.tsx?$/.test(file)

const currentState = (root: string, { sources, outputs }: BuildTarget) => ({
  sources: hashFiles(root, sources, isSource),
  outputs: hashFiles(root, outputs),
})

function readRecord(root: string, target: BuildTarget) {
  try {
    return recordSchema.parse(JSON.parse(fs.readFileSync(recordFile(root, target), 'utf8')))
  } catch {
    return null
  }
}

export function isStale(root: string, target: BuildTarget): boolean {
  const record = readRecord(root, target)
  if (!record) return true
  const current = currentState(root, target)
  return current.sources !== record.sources || current.outputs !== record.outputs
}

/** Before a build: what it leaves when it fails must not look finished, and files of removed sources must not stay. */
export function clearOutput(root: string, target: BuildTarget) {
  fs.rmSync(path.join(root, target.outputDir), { recursive: true, force: true })
}

/** @param sourcesBefore the hash when the build began: an edit during the build makes it stale */
export function recordBuild(root: string, target: BuildTarget, sourcesBefore: string) {
  const record = { sources: sourcesBefore, outputs: hashFiles(root, target.outputs) }
  fs.writeFileSync(recordFile(root, target), JSON.stringify(record))
}

export const hashSources = (root: string, target: BuildTarget) => hashFiles(root, target.sources, isSource)
