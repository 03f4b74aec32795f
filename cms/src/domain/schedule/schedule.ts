/** What is done to a document at a moment planned before: published, or taken down. */
export const scheduleActions = ['publish', 'unpublish'] as const
export type ScheduleAction = (typeof scheduleActions)[number]

/**
 * planned → running → done. What fails goes back to planned for another try, at last to failed; what has lost its sense
 * before it was done is withdrawn.
 */
export const scheduleStates = ['planned', 'running', 'done', 'failed', 'withdrawn'] as const
export type ScheduleState = (typeof scheduleStates)[number]

/** When each action is due; null for one that is not planned. */
export type Plan = { readonly publishAt: Date | null; readonly unpublishAt: Date | null }

export const NO_PLAN: Plan = { publishAt: null, unpublishAt: null }

export const dueOf = (plan: Plan, action: ScheduleAction): Date | null =>
  action === 'publish' ? plan.publishAt : plan.unpublishAt
