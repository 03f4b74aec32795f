/** What the desk says about the way to the readers. */
import type { FailureCode, ProblemCode } from '../../domain/publication/live-report'
import type { DocumentState, EngineState } from '../../domain/publication/status'
import type { ChangeEvent } from '../publication/answers'

const failures: Record<FailureCode, string> = {
  RENDER_FAILED: '生成页面时出错，可能是内容里有无法处理的部分。请检查最近的改动；看不出问题时，请联系平台管理员。',
  RENDER_TIMEOUT: '生成页面超时，已被中止。请把过长的正文或表格拆开后再发布。',
  WRITE_FAILED: '页面写不进门户的目录。请平台管理员检查磁盘空间和目录权限，然后重试。',
  INVALID_DOCUMENT: '内容不合门户要求的格式，没有生成页面。请检查各项是否填写完整，再重新发布。',
  MEDIA_MISSING: '页面已上线，但它用到的图片或附件文件不见了。请在媒体库里重新上传，再换到稿件里。',
}

const problems: Record<ProblemCode, string> = {
  DISK_FULL: '磁盘已满，发布引擎停下了，旧版本仍在线。请平台管理员清理磁盘，之后会自动继续。',
  READ_ONLY: '门户的目录变成只读，发布引擎停下了，旧版本仍在线。请平台管理员检查目录权限，之后会自动继续。',
  PAUSED: '平台管理员把门户退回到了以前的版本，发布暂停。内容都保存着，恢复发布后会自动上线。',
  UNEXPECTED: '发布引擎遇到意外问题，停下了，旧版本仍在线。请联系平台管理员。',
}

const states: Record<DocumentState, string> = {
  unpublished: '未发布',
  goingLive: '上线中',
  live: '已上线',
  goingOffline: '下线中',
  offline: '未发布',
  paused: '暂停上线',
  failed: '上线失败',
}

const engine: Record<EngineState, string> = {
  neverSeen: '发布引擎还没有启动',
  away: '发布引擎没有响应，旧版本仍在线',
  stopped: '发布引擎停下了',
  paused: '发布暂停',
  rebuilding: '正在重新生成整个门户',
  failing: '有页面没能更新',
  busy: '正在发布',
  idle: '运转正常，没有排队',
}

const events: Record<ChangeEvent, string> = {
  published: '发布',
  updated: '更新',
  moved: '改换网址',
  unpublished: '下线',
  deleted: '删除',
  retried: '重试',
}

const number = new Intl.NumberFormat('zh-CN')

export const publication = {
  panel: '上线状态',
  failures,
  problems,
  states,
  engine,
  events,
  retry: '重试',
  retryFailed: '没能重试，请稍后再试。',
  technical: '技术信息',
  lost: '暂时问不到最新状态，会自动再问。',
  oldStands: '旧版本仍在线',
  nothingStands: '这一页还没有上线过',
  neverPublished: '还没有发布过，读者看不到。',
  awayWhileNew: '发布引擎没有响应，内容还没有上线；引擎恢复后会自动上线。',
  awayWhileOld: '发布引擎没有响应，旧版本仍在线；引擎恢复后会自动更新。',
  waited: (duration: string) => `已等待 ${duration}`,
  done: (instant: string, duration: string | null) => `${instant}${duration ? `，用时 ${duration}` : ''}`,
  takenDown: (instant: string, duration: string | null) =>
    `${instant} 已从门户撤下${duration ? `，用时 ${duration}` : ''}`,
  pages: (count: number) => `更新了 ${count} 个页面`,
  noPages: '没有页面因此改变',
  morePages: (count: number) => `其余 ${count} 个`,
  manyMorePages: (count: number) => `另有 ${count} 个页面未列出`,
  failedPages: (count: number) => `${count} 个页面没能更新`,

  queue: (changes: number, pages: number) =>
    [changes > 0 ? `${number.format(changes)} 项更新` : '', pages > 0 ? `${number.format(pages)} 个页面` : '']
      .filter(Boolean)
      .join('、'),
  queued: (what: string) => `排队：${what}`,
  rebuild: (done: number, total: number, left: string | null) =>
    `已生成 ${number.format(done)} / ${number.format(total)} 个页面${left ? `，约剩 ${left}` : ''}；门户照常可以访问`,
  rebuildBar: '重新生成的进度',
  lastSeen: (instant: string) => `最后一次联系：${instant}`,
  startEngine: '请平台管理员检查发布引擎是否在运行。',
  moreFailures: (count: number) => `另有 ${count} 个页面也没能更新`,
  retriedByItself: '会随下一次发布自动重试',
  factPages: '页面',
  factSize: '门户大小',
  factFree: '可用磁盘',
  factRelease: '整站版本',
  diskLow: '空间不足，请尽快清理',
  pieces: (count: number) => `${number.format(count)} 个`,

  untitled: '（无标题）',
  unknownActor: '系统',
  onItsWay: '上线中',
  isFailing: '上线失败',
  slowest: '近期最慢',
  nothingYet: '还没有发布过内容。稿件发布后，这里会显示它何时上线、用了多久。',
} as const

/** Titles of the cards on the home page, looked up as every other text of the desk. */
export const publicationTitles: Record<string, string> = {
  'publication.widget.engine': '发布状况',
  'publication.widget.recent': '最近发布',
}
