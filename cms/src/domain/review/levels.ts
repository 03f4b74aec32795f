/** 三审: which levels a piece needs before it is public, what they are called, and which desk role reviews which. */
import type { Kind } from '../content/kinds'

export const levels = [1, 2, 3] as const
export type Level = (typeof levels)[number]

export const levelNames: Record<Level, string> = { 1: '初审', 2: '复审', 3: '终审' }

/** Of what stands in no column: a free page is the institution's own word, too. */
export const LEVELS_WITHOUT_COLUMN = 2
const MOST_LEVELS = 3

export const isLevel = (value: unknown): value is Level => levels.some((level) => level === value)

/** Kinds that are published at all; columns and settings have no drafts. */
export const REVIEWED_KINDS: ReadonlySet<Kind> = new Set([
  ...(['article', 'speech', 'policy', 'lesson', 'micropost', 'representative'] as const),
  ...(['page', 'link', 'contact'] as const),
])

export type ColumnLevels = { documentId: string; kind: string; reviewLevels: number }

/**
 * What stands in a column goes by it; links and contacts by the columns of their kind, the strictest of several.
 * @returns the levels in their order
 */
export function requiredLevels(kind: Kind, columnId: string | null, columns: readonly ColumnLevels[]): Level[] {
  if (!REVIEWED_KINDS.has(kind)) return []
  const own =
    kind === 'link' || kind === 'contact'
      ? columns.filter((column) => column.kind === kind)
      : columns.filter(({ documentId }) => documentId === columnId)
  const count =
    own.length === 0 ? LEVELS_WITHOUT_COLUMN : Math.max(...own.map(({ reviewLevels }) => clamp(reviewLevels)))
  return levels.slice(0, count)
}

/** A number that nobody can have meant asks for everything. */
const clamp = (count: number) => (Number.isInteger(count) && count >= 0 && count <= MOST_LEVELS ? count : MOST_LEVELS)

export const ADMINISTRATOR = 'strapi-super-admin'

/** 审核人 and 平台管理员 may review on any one level: a small college has nobody else. */
const reviewerRoles: ReadonlyMap<string, readonly Level[]> = new Map<string, readonly Level[]>([
  ['dangjian-review-1', [1]],
  ['dangjian-review-2', [2]],
  ['dangjian-review-3', [3]],
  ['strapi-editor', levels],
  [ADMINISTRATOR, levels],
])

export function levelsOfRoles(codes: readonly string[]): Level[] {
  return levels.filter((level) => codes.some((code) => reviewerRoles.get(code)?.includes(level)))
}

/** Who is told that a piece waits for this level: 平台管理员 only where there is nobody else. */
export const rolesToTell = (level: Level): string[] =>
  [...reviewerRoles].flatMap(([code, own]) => (code !== ADMINISTRATOR && own.includes(level) ? [code] : []))
