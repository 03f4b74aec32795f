/** `rollback <release>`: says what it takes back, asks, then switches. */
import { planRollback, type RollbackPlan } from '../publisher/releases/compare.ts'
import { liveName } from '../publisher/releases/layout.ts'
import { listReleases, type Manifest } from '../publisher/releases/manifest.ts'
import { EXIT, OperatorProblem } from './problem.ts'
import type { SiteState } from './site-state.ts'
import { countInWords, momentInWords } from './words.ts'

/** A name may be shortened, as long as it means one release. */
async function findRelease(siteDir: string, given: string): Promise<Manifest> {
  const releases = await listReleases(siteDir)
  const found = releases.filter(({ name }) => name.startsWith(given))
  const [only] = found
  if (found.length > 1 && !found.some(({ name }) => name === given))
    throw new OperatorProblem(
      'AMBIGUOUS_RELEASE',
      `“${given}”可以指 ${found.length} 个版本，请写得更完整。`,
      EXIT.wrongUse,
    )
  if (only) return found.find(({ name }) => name === given) ?? only
  const names = releases.map(({ name }) => name).join('、') || '没有'
  throw new OperatorProblem('UNKNOWN_RELEASE', `没有版本“${given}”。保存着的版本：${names}。`, EXIT.wrongUse)
}

/** @throws OperatorProblem when there is no such release, or it is the live one */
export async function planFor({ database, journal, siteDir }: SiteState, given: string): Promise<RollbackPlan> {
  const release = await findRelease(siteDir, given)
  if (release.name === (await liveName(siteDir)))
    throw new OperatorProblem('ALREADY_LIVE', `版本 ${release.name} 正在线上，不需要回退。`)
  return planRollback(database, siteDir, release, Number(journal.get('cursor') ?? 0))
}

function groupInWords(what: string, { count, first }: RollbackPlan['changed']): string[] {
  if (count === 0) return []
  const more = count > first.length ? ' 等' : ''
  return [`  ${countInWords(count)} 个页面${what}：${first.join('、')}${more}`]
}

export function planText({ release, changes, changed, vanishing, returning }: RollbackPlan): string {
  const lines = [
    `回退到版本 ${release.name}（${momentInWords(release.liveAt)} 上线${release.supersededAt ? `，${momentInWords(release.supersededAt)} 被替换` : ''}）：`,
    changes === 0 ? '  此后没有新的发布' : `  此后的 ${countInWords(changes)} 次发布从门户上撤下（管理台里的内容不变）`,
    ...groupInWords('变回当时的样子', changed),
    ...groupInWords('消失', vanishing),
    ...groupInWords('重新出现', returning),
    '  回退后发布暂停，直到运行 npm run site -- rebuild。',
  ]
  return `${lines.join('\n')}\n`
}
