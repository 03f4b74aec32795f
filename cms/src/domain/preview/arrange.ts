/** Which documents a preview lays over the portal's, whose page it shows, and what the editor should know. */
import { isPostKind, type Kind } from '../content/kinds'
import { completeDraft, type Draft } from './complete-draft'

export type Laid = { kind: Kind; document: Draft }
export type Arrangement = {
  documents: Laid[]
  /** the document whose page is shown; null: there is none, and `notes` says why */
  target: { kind: Kind; documentId: string } | null
  notes: string[]
}

export const nothingToShow: Arrangement = {
  documents: [],
  target: null,
  notes: ['这条内容已经不在了，或者还没有发布。'],
}

export type Around = {
  /** every column, in the order of the navigation */
  columns: Draft[]
  /** another document stands at this draft's address */
  slugTaken: boolean
  /** for a tag: a post that carries it */
  tagged: Laid | null
}

type Place = { column: Draft | null; notes: string[] }

type ShownIn = { kind: string; name: string; note?: string }

/** The kind of column on whose page a kind without pages of its own appears. */
const SHOWN_IN: Partial<Record<Kind, ShownIn>> = {
  contact: { kind: 'contact', name: '联系我们' },
  link: { kind: 'link', name: '党建链接' },
  'link-group': { kind: 'link', name: '党建链接', note: '还没有链接的分组不显示。' },
  topic: { kind: 'lesson', name: '电教课程', note: '还没有课程的专题不显示。' },
}

const firstOf = (columns: Draft[], kind: string) => {
  const ofKind = columns.filter((column) => column.kind === kind)
  return ofKind.find(({ visible }) => visible) ?? ofKind[0] ?? null
}

const hiddenNote = (column: Draft | null) =>
  column && !column.visible ? [`栏目“${column.name}”没有设为显示，读者看不到这个页面。`] : []

const laidColumn = (column: Draft): Laid => ({ kind: 'column', document: { ...column, visible: true } })

function placeOfPost(kind: Kind, chosenId: unknown, columns: Draft[]): Place {
  const chosen = columns.find(({ documentId }) => documentId === chosenId) ?? null
  if (chosen?.kind === kind) return { column: chosen, notes: hiddenNote(chosen) }
  const column = firstOf(columns, kind)
  const problem = chosen ? `栏目“${chosen.name}”不收这类内容，请另选栏目` : '还没有选择栏目'
  return { column, notes: [column ? `${problem}；这里暂时放在“${column.name}”里。` : `${problem}，也没有可用的栏目。`] }
}

function arrangePost(kind: Kind, document: Draft, columns: Draft[]): Arrangement {
  const { column, notes } = placeOfPost(kind, document.column, columns)
  if (!column) return { documents: [], target: null, notes }
  return {
    documents: [laidColumn(column), { kind, document: { ...document, column: column.documentId } }],
    target: { kind, documentId: document.documentId },
    notes,
  }
}

function arrangePage(document: Draft, columns: Draft[]): Arrangement {
  const laid: Laid = { kind: 'page', document }
  const column = columns.find(({ documentId }) => documentId === document.column)
  const target = { kind: 'page', documentId: document.documentId } as const
  if (!column) return { documents: [{ ...laid, document: { ...document, column: null } }], target, notes: [] }
  const notes = column.kind === 'guide' ? [] : [`栏目“${column.name}”不是服务栏目，不显示办事指南。`]
  return { documents: [laidColumn(column), laid], target, notes: [...hiddenNote(column), ...notes] }
}

function arrangeWithin(kind: Kind, document: Draft, columns: Draft[], shownIn: ShownIn): Arrangement {
  const column = firstOf(columns, shownIn.kind)
  if (!column) return { documents: [], target: null, notes: [`门户还没有“${shownIn.name}”栏目，暂时没有地方显示。`] }
  return {
    documents: [laidColumn(column), { kind, document }],
    target: { kind: 'column', documentId: column.documentId },
    notes: [...hiddenNote(column), ...(shownIn.note ? [shownIn.note] : [])],
  }
}

function place(kind: Kind, document: Draft, { columns, tagged }: Around): Arrangement {
  if (isPostKind(kind)) return arrangePost(kind, document, columns)
  const shownIn = SHOWN_IN[kind]
  if (shownIn) return arrangeWithin(kind, document, columns, shownIn)
  if (kind === 'page') return arrangePage(document, columns)
  if (kind === 'tag') {
    const target = tagged && { kind: tagged.kind, documentId: tagged.document.documentId }
    const column = columns.find(({ documentId }) => documentId === tagged?.document.column)
    const documents = [...(column ? [laidColumn(column)] : []), ...(tagged ? [tagged] : []), { kind, document }]
    return { documents, target, notes: target ? [] : ['还没有已发布的稿件使用这个标签，暂时没有地方显示。'] }
  }
  const shown = kind === 'column' ? { ...document, visible: true } : document
  return {
    documents: [{ kind, document: shown }],
    target: { kind, documentId: document.documentId },
    notes: kind === 'column' ? hiddenNote(document) : [],
  }
}

/** A draft may have no address yet, or one that another document holds: its id is nobody else's. */
function withOwnSlug(draft: Draft, slugTaken: boolean): { document: Draft; notes: string[] } {
  if (!('slug' in draft) || (draft.slug && !slugTaken)) return { document: draft, notes: [] }
  const notes = slugTaken ? ['网址短名已被别的内容使用，发布前请换一个。'] : []
  return { document: { ...draft, slug: draft.documentId }, notes }
}

export function arrange(kind: Kind, draft: Draft, around: Around): Arrangement {
  const { document, missing } = completeDraft(kind, draft)
  const own = withOwnSlug(document, around.slugTaken)
  const arrangement = place(kind, own.document, around)
  const empty = missing.length > 0 ? [`还没有填写：${missing.join('、')}。`] : []
  return { ...arrangement, notes: [...empty, ...own.notes, ...arrangement.notes] }
}
