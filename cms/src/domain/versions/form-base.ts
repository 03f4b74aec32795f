/** Which save of a document a form began with; told by the desk in a header of each save. */
export const BASE_HEADER = 'x-desk-base'

export type FormBase = { documentId: string; savedAt: Date }

export const writeBase = (documentId: string, savedAt: string) => `${documentId}@${savedAt}`

/** @returns null for what is none: then nothing is checked, as without the header */
export function parseBase(header: string): FormBase | null {
  const [, documentId, instant] = /^([a-z0-9]{1,40})@(\d{4}-\d{2}-\d{2}T[\d:.]+Z)$/.exec(header) ?? []
  const savedAt = new Date(instant ?? '')
  return documentId && !Number.isNaN(savedAt.getTime()) ? { documentId, savedAt } : null
}

/**
 * @param savedAt when the document was saved last
 * @param changedAt when what it says changed last: a save without a change of the content is no conflict
 */
export function isOutdated(base: FormBase, savedAt: Date, changedAt: Date): boolean {
  return savedAt > base.savedAt && changedAt > base.savedAt
}
