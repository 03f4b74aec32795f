import { expect, it } from 'vitest'
import type { DocumentPlan, PlannedAction } from './answers'
import { pauseForPlan } from './pauses'

const now = Date.parse('2026-11-26T01:00:00Z')
const planned = (leftMs: number, state: PlannedAction['state'] = 'planned') =>
  ({ state, nextTryAt: new Date(now + leftMs).toISOString() }) as PlannedAction
const plan = (publish: PlannedAction | null, unpublish: PlannedAction | null = null) =>
  ({ publish, unpublish, now: new Date(now).toISOString() }) as DocumentPlan

it.each<[string, DocumentPlan | null, number]>([
  ['nothing known', null, 15_000],
  ['nothing planned', plan(null), 15_000],
  ['done', plan(planned(-5000, 'done')), 15_000],
  ['running', plan(planned(0, 'running')), 500],
  ['overdue', plan(planned(-1000)), 500],
  ['in nineteen seconds', plan(planned(19_000)), 500],
  ['in half a minute', plan(planned(30_000)), 10_500],
  ['in an hour', plan(planned(3_600_000)), 15_000],
  ['the second of two is near', plan(planned(-5000, 'done'), planned(1000)), 500],
])('%s', (_name, answer, expected) => {
  expect(pauseForPlan(answer)).toBe(expected)
})
