/** The state of the portal in Chinese, for a terminal. */
import type { LiveFailure } from '../publisher/live-report.ts'
import type { Manifest } from '../publisher/releases/manifest.ts'
import type { RecentChange } from '../publisher/report/history.ts'
import { progressText } from './progress-line.ts'
import type { Status } from './status.ts'
import { bytesInWords, countInWords, durationInWords, momentInWords, reasonInWords } from './words.ts'

const INDENT = '          '

const row = (label: string, text: string) => `${label}${'　'.repeat(Math.max(0, 4 - label.length))}  ${text}`

const failureInWords = ({ address, code, reason, oldStands }: LiveFailure) => {
  const what = address === '' ? '（没有页面）' : address
  return `${what}：${code === 'RENDER_TIMEOUT' ? '生成超时' : code}，${reason}（${oldStands ? '旧版本仍在线' : '还没有上线'}）`
}

const changeInWords = ({ sequence, liveAt, durationMs, pageCount, firstPage }: RecentChange) => {
  const pages = firstPage === null ? '页面没有变化' : `${firstPage}${pageCount > 1 ? ` 等 ${pageCount} 个页面` : ''}`
  return `${momentInWords(liveAt)}  流水 ${sequence}  ${durationInWords(durationMs)}  ${pages}`
}

const releaseInWords =
  ({ live, pinned }: Status) =>
  (release: Manifest) => {
    const { name, reason, liveAt, pages, bytes, failed } = release
    const mark = name === live ? (name === pinned ? '▶ 已固定' : '▶ 线上') : '  保存'
    const broken = failed > 0 ? `，其中 ${failed} 个页面失败` : ''
    return `${mark}  ${name}  ${momentInWords(liveAt)} 上线，${reasonInWords[reason]}，${countInWords(pages)} 个页面，${bytesInWords(bytes)}${broken}`
  }

function rebuildInWords({ rebuild }: Status, now: Date): string[] {
  if (!rebuild) return []
  const { done, total, startedAt, reason } = rebuild
  return [row('正在重建', `${progressText(reasonInWords[reason], done, total, now.getTime() - Date.parse(startedAt))}`)]
}

const list = (label: string, lines: string[], none: string) =>
  lines.length === 0 ? [row(label, none)] : [row(label, lines[0] ?? ''), ...lines.slice(1).map((line) => INDENT + line)]

export function statusText(status: Status, now: Date): string {
  const {
    publisher,
    sequence,
    pinned,
    queue,
    pages,
    treeBytes,
    freeBytes,
    failures,
    lastPublished,
    slowest,
    releases,
  } = status
  const lines = [
    row('发布引擎', `${publisher === 'running' ? '正在运行' : '没有运行'}，已读到流水 ${sequence}`),
    ...(pinned
      ? [row('发布暂停', `线上固定在回退的版本 ${pinned}；运行 npm run site -- rebuild 用现在的内容重新生成并恢复发布`)]
      : []),
    ...rebuildInWords(status, now),
    row('等待生成', `${countInWords(queue)} 个页面`),
    row('线上页面', `${countInWords(pages)} 个，${bytesInWords(treeBytes)}`),
    row('磁盘剩余', bytesInWords(freeBytes)),
    ...list('失败', failures.map(failureInWords), '没有'),
    ...list('最近发布', lastPublished.map(changeInWords), '还没有'),
    ...list('最慢', slowest.map(changeInWords), '还没有'),
    ...list('版本', releases.map(releaseInWords(status)), '还没有'),
  ]
  return `${lines.join('\n')}\n`
}
