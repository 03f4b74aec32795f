/** `verify`: compares the live tree with the journal, and with fresh renders when asked to look deep. */
import { setTimeout as sleep } from 'node:timers/promises'
import { liveName, releaseDir } from '../publisher/releases/layout.ts'
import { readManifest } from '../publisher/releases/manifest.ts'
import { pinnedRelease } from '../publisher/releases/rollback.ts'
import type { Renderer } from '../publisher/renderer.ts'
import type { Task } from '../publisher/requests/table.ts'
import { checkRenders } from '../publisher/verify/check-renders.ts'
import { checkTree, confirm, type Finding } from '../publisher/verify/check-tree.ts'
import { OperatorProblem } from './problem.ts'
import type { SiteState } from './site-state.ts'
import { countInWords } from './words.ts'

const SECOND_LOOK_AFTER_MS = 1000
const NAMED = 20

export type Verification = { release: string; files: number; rendered: number; findings: Finding[] }
export type VerifyOptions = {
  /** null: do not render */
  loadRenderer: (() => Promise<Renderer>) | null
  onProgress: (what: '核对文件' | '重新生成并比较', done: number, total: number) => void
}

async function lookAt({ database, siteDir }: SiteState, onProgress: VerifyOptions['onProgress']) {
  const name = await liveName(siteDir)
  const manifest = name === null ? null : await readManifest(siteDir, name)
  if (!manifest) throw new OperatorProblem('NO_RELEASE', '线上还没有完整的版本：请先运行 npm run site -- rebuild。')
  let done = 0
  const check = await checkTree(database, releaseDir(siteDir, manifest.name), manifest, (total) => {
    done += 1
    onProgress('核对文件', done, total)
  })
  return { ...check, manifest }
}

/** @throws OperatorProblem when there is nothing to compare with */
export async function verify(state: SiteState, { loadRenderer, onProgress }: VerifyOptions): Promise<Verification> {
  const first = await lookAt(state, onProgress)
  let findings = first.findings
  if (findings.length > 0) {
    await sleep(SECOND_LOOK_AFTER_MS)
    const second = await lookAt(state, () => undefined)
    findings = confirm(state.database, findings, second.findings)
  }
  const deep = loadRenderer ? await lookDeep(state, first.manifest.buildId, loadRenderer, onProgress) : null
  const known = new Set(findings.map(({ file }) => file))
  const outdated = deep?.findings.filter(({ file }) => !known.has(file)) ?? []
  return {
    ...{ release: first.manifest.name, files: first.files, rendered: deep?.rendered ?? 0 },
    findings: [...findings, ...outdated],
  }
}

async function lookDeep(
  { database, journal }: SiteState,
  buildId: string,
  loadRenderer: () => Promise<Renderer>,
  onProgress: VerifyOptions['onProgress'],
) {
  if (pinnedRelease(journal))
    throw new OperatorProblem('PINNED', '门户停在回退的版本上，与现在的内容不同：不能深度核对。')
  const renderer = await loadRenderer()
  try {
    if (renderer.buildId !== buildId)
      throw new OperatorProblem(
        'OTHER_BUILD',
        '程序在上次生成之后变了：请先重启 npm start，或运行 npm run site -- rebuild。',
      )
    return await checkRenders(database, renderer, (done, total) => onProgress('重新生成并比较', done, total))
  } finally {
    await renderer.close()
  }
}

export function repairTask(findings: readonly Finding[]): Task {
  const filesOf = (...kinds: Finding['kind'][]) =>
    findings.filter(({ kind }) => kinds.includes(kind)).map(({ file }) => file)
  const addresses = findings.map(({ address }) => address).filter((address) => address !== null)
  return { kind: 'repair', addresses, extra: filesOf('extra'), files: filesOf('asset', 'media') }
}

const wordFor = { missing: '缺少', altered: '内容不符', outdated: '与现在的内容不一致', extra: '多余' } as const

export function verificationText({ release, files, rendered, findings }: Verification): string {
  const looked = `版本 ${release}：核对了 ${countInWords(files)} 个文件${rendered > 0 ? `，重新生成了 ${countInWords(rendered)} 个页面` : ''}`
  if (findings.length === 0) return `✓ ${looked}，全部一致。\n`
  const lines = findings.slice(0, NAMED).map(({ what, file }) => `  ${wordFor[what]}  ${file}`)
  const more = findings.length > NAMED ? [`  …… 另有 ${countInWords(findings.length - NAMED)} 处`] : []
  return `${[`✗ ${looked}，${countInWords(findings.length)} 处不一致：`, ...lines, ...more].join('\n')}\n`
}
