/** Which plans lose their sense, by what. */
import type { ScheduleAction } from './schedule'

export const withdrawalReasons = [
  'cancelled',
  'replaced',
  'published-by-hand',
  'taken-down-by-hand',
  'deleted',
  'review-invalidated',
  'take-down-passed',
  'nothing-to-take-down',
] as const
export type WithdrawalReason = (typeof withdrawalReasons)[number]

/** What somebody does to a document by hand. */
export type Deed = 'publish' | 'unpublish' | 'delete'
type Withdrawal = { actions: readonly ScheduleAction[]; reason: WithdrawalReason }

/** What was taken down by hand must not come back by itself; what is out already needs no second publication. */
export const WITHDRAWN_BY = {
  publish: { actions: ['publish'], reason: 'published-by-hand' },
  unpublish: { actions: ['publish', 'unpublish'], reason: 'taken-down-by-hand' },
  delete: { actions: ['publish', 'unpublish'], reason: 'deleted' },
} as const satisfies Record<Deed, Withdrawal>

export const withdrawalWords: Record<WithdrawalReason, string> = {
  cancelled: '已手动取消。',
  replaced: '改成了别的时间。',
  'published-by-hand': '稿件已提前手动发布，原来的定时发布不再需要。',
  'taken-down-by-hand': '稿件已手动下线。为避免它自动再上线，原来的定时已撤销；仍要发布的话，请重新定时。',
  deleted: '稿件已删除。',
  'review-invalidated': '稿件在审核通过后又改过，审核已失效。请重新送审，通过后再定时。',
  'take-down-passed': '还没有发布成功，下线时间就已经过了，所以不再发布。仍要发布的话，请重新定时。',
  'nothing-to-take-down': '到下线时间时，稿件本来就不在门户上。',
}

/** No news: what somebody did on purpose, and the end of a publication whose failure was told before. */
const NO_NEWS: readonly WithdrawalReason[] = ['cancelled', 'replaced', 'nothing-to-take-down']

export const tellsPlanner = (reason: WithdrawalReason): boolean => !NO_NEWS.includes(reason)
