/** What a draft lacks is filled so that its page can be shown, and named so that the editor can fill it. */
import type { Kind } from '../content/kinds'

export type Draft = Record<string, unknown> & { documentId: string }

type Placeholder = { field: string; name: string; shown: unknown }

const title: Placeholder = { field: 'title', name: '标题', shown: '（还没有标题）' }
const body: Placeholder = { field: 'body', name: '正文', shown: '' }

/** What publishing asks for; kinds without drafts are whole whenever they are saved. */
const PLACEHOLDERS: Partial<Record<Kind, Placeholder[]>> = {
  article: [title, body],
  speech: [title, { field: 'speaker', name: '讲话人', shown: '（讲话人待填）' }, body],
  policy: [title, body, { field: 'validity', name: '有效性', shown: 'effective' }],
  lesson: [title],
  micropost: [{ field: 'text', name: '内容', shown: '（还没有内容）' }],
  representative: [{ field: 'name', name: '姓名', shown: '（还没有姓名）' }],
  page: [title, body],
  link: [title, { field: 'url', name: '链接地址', shown: '' }],
}

const isEmpty = (value: unknown) => value === null || value === undefined || value === ''

/** A number that people may leave empty orders as 0. */
const withOrder = (draft: Draft) => ('order' in draft && isEmpty(draft.order) ? { order: 0 } : {})

const withOffices = ({ offices }: Draft) =>
  Array.isArray(offices)
    ? { offices: offices.map((office: Record<string, unknown>) => ({ ...office, name: office.name ?? '' })) }
    : {}

/** @returns the draft with every value a page needs, and the names of the fields that are still empty */
export function completeDraft(kind: Kind, draft: Draft): { document: Draft; missing: string[] } {
  const missing = (PLACEHOLDERS[kind] ?? []).filter(({ field }) => isEmpty(draft[field]))
  return {
    document: {
      ...draft,
      ...Object.fromEntries(missing.map(({ field, shown }) => [field, shown])),
      ...withOrder(draft),
      ...withOffices(draft),
    },
    missing: missing.map(({ name }) => name),
  }
}
