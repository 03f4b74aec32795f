/** What of each kind of document can be found, in the words that readers see. */
import { isPostKind, titleOf } from '../../src/content/cards.ts'
import type { DocumentOf, Kind, PostKind } from '../../src/content/documents.ts'
import { renderMarkdown } from '../../src/markdown/render.ts'
import { wellFormed } from './fold.ts'
import { textOfHtml } from './html-text.ts'

/** What has a page of its own, or stands on one. */
export type FoundKind = PostKind | 'page' | 'link' | 'contact'
const otherKinds: readonly string[] = ['page', 'link', 'contact'] satisfies FoundKind[]
export const isFoundKind = (kind: Kind): kind is FoundKind => isPostKind(kind) || otherKinds.includes(kind)

export type Readable = {
  title: string
  /** 发文字号 */
  number: string | null
  /** title and numbers: a hit here comes first */
  head: string
  /** everything else, a line for each block; what an excerpt is taken from */
  text: string
  /** tags by documentId; their names are found, too */
  tags: readonly string[]
}

type Line = string | null | undefined

const markdown = (source: string | null): string => (source ? textOfHtml(renderMarkdown(source).html) : '')
const lines = (parts: readonly Line[]): string => wellFormed(parts.filter(Boolean).join('\n'))
const names = (files: readonly { name: string }[]) => files.map(({ name }) => name)

type Parts = { title: string; number?: string | null; head?: Line[]; text: Line[] }

function partsOf<K extends FoundKind>(kind: K, document: DocumentOf<K>): Parts
function partsOf(kind: FoundKind, document: DocumentOf<FoundKind>): Parts {
  const given = { kind, ...document } as { [K in FoundKind]: { kind: K } & DocumentOf<K> }[FoundKind]
  switch (given.kind) {
    case 'article': {
      const { title, subtitle, summary, body, author, attachments } = given
      return { title, head: [subtitle], text: [summary, markdown(body), author, ...names(attachments)] }
    }
    case 'speech': {
      const { title, summary, body, speaker, post, occasion, attachments } = given
      return { title, text: [summary, markdown(body), speaker, post, occasion, ...names(attachments)] }
    }
    case 'policy': {
      const { title, documentNumber: number, indexNumber, summary, body, interpretation, history } = given
      const facts = [given.issuer, given.subject, history, ...names(given.attachments)]
      return {
        title,
        number,
        head: [number, indexNumber],
        text: [summary, ...[body, interpretation].map(markdown), ...facts],
      }
    }
    case 'lesson': {
      const { title, summary, body, transcript, lecturer, attachments } = given
      return { title, text: [summary, ...[body, transcript].map(markdown), lecturer, ...names(attachments)] }
    }
    case 'micropost':
      return { title: titleOf(given), text: [given.text] }
    case 'representative': {
      const { name, summary, body, post, branch, term, receptionTime, receptionPlace } = given
      return { title: name, text: [post, branch, term, summary, markdown(body), receptionTime, receptionPlace] }
    }
    case 'page':
      return { title: given.title, text: [given.summary, markdown(given.body), ...names(given.attachments)] }
    case 'link':
      return { title: given.title, text: [given.description, given.url] }
    case 'contact': {
      const { intro, address, postcode, phone, email, officeHours, offices, body } = given
      const rooms = offices.flatMap((office) => Object.values(office))
      return {
        title: '联系我们',
        text: [intro, address, postcode, phone, email, officeHours, ...rooms, markdown(body)],
      }
    }
    default:
      return given satisfies never
  }
}

export function readableOf<K extends FoundKind>(kind: K, document: DocumentOf<K>): Readable {
  const { title, number = null, head = [], text } = partsOf(kind, document)
  const common = document as Partial<DocumentOf<'article'>>
  return {
    title: wellFormed(title),
    number: number && wellFormed(number),
    head: lines([title, ...head]),
    text: lines([...text, common.source, common.responsibleEditor]),
    tags: common.tags ?? [],
  }
}
