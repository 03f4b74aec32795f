/** The first look at every file: what it is and whether it can go in. Texts are not kept, a folder may be large. */
import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import { type Decision, type Problem, problem } from './decisions.ts'
import { decodeText } from './decode.ts'
import { importKeyOf } from './file-name.ts'
import { type ParsedPolicy, parsePolicy } from './parse-policy.ts'
import type { SourceFile } from './scan.ts'
import type { Version } from './versions.ts'

export type Candidate = { file: SourceFile; hash: string; decisions: Decision[]; version: Version }
export type Surveyed = { ok: true; candidate: Candidate } | { ok: false; file: SourceFile; problem: Problem }

export type Loaded = { ok: true; hash: string; policy: ParsedPolicy } | { ok: false; problem: Problem }

const reasons: Record<string, string> = {
  EACCES: '没有读取权限',
  EPERM: '没有读取权限',
  ENOENT: '文件不见了，或文件名不是 UTF-8',
  EISDIR: '它是文件夹',
  ELOOP: '符号链接成环',
}

export async function loadPolicy(file: SourceFile): Promise<Loaded> {
  let bytes: Buffer
  try {
    bytes = await fs.readFile(file.absolute)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    return { ok: false, problem: problem('unreadable', reasons[code] ?? code) }
  }
  const decoded = decodeText(bytes)
  if (!decoded.ok) return { ok: false, problem: problem(decoded.problem) }
  const parsed = parsePolicy({ path: file.path, text: decoded.text })
  if (!parsed.ok) return parsed
  return { ok: true, hash: createHash('sha256').update(bytes).digest('hex'), policy: parsed.policy }
}

export async function surveyFile(file: SourceFile, key = importKeyOf(file.path)): Promise<Surveyed> {
  const loaded = await loadPolicy(file)
  if (!loaded.ok) return { ok: false, file, problem: loaded.problem }
  const { title, versionKey, versionDate, effectiveOn, repeals, decisions } = loaded.policy
  const version = { key, title, versionKey, versionDate, effectiveOn, repeals }
  return { ok: true, candidate: { file, hash: loaded.hash, decisions, version } }
}
