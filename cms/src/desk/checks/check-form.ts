/** Checks a document as it stands in the form of the desk, saved or not; what the form does not say is taken from the draft. */
import type { Core } from '@strapi/types'
import { checkDocument } from '../../domain/checks/check-document'
import type { CheckedKind } from '../../domain/checks/fields'
import type { Finding } from '../../domain/checks/finding'
import { addressesIn, isExternal } from '../../domain/checks/links'
import { type Subject, subjectOf } from '../../domain/checks/subject'
import { readEnvironment } from '../../environment'
import { alternativeTextsOf, columnOf, readDraft, readPictures } from '../../stores/checked-documents'
import { linkStates, noteLinks } from '../../stores/checked-links'
import { ownPath, resolveTargets } from '../../stores/link-targets'
import { policyTitles, titlesLike } from '../../stores/similar-titles'
import type { WordingReader } from '../../stores/wording'

export type Form = {
  documentId: string | null
  /** attribute → text as it stands in the form */
  values: Record<string, string | null>
  /** attribute → ids of chosen files */
  files: Record<string, number[]>
  /** chosen but not yet saved */
  column: string | null
}

const titleOf = ({ texts }: Subject) => texts.find(({ field }) => field === 'title')?.source ?? ''

/** Links that nobody has tried yet are put into the queue: their state is known the next time. */
async function statesOfLinks(strapi: Core.Strapi, subject: Subject, siteUrl: string, now: Date) {
  const external = addressesIn(subject).filter((url) => isExternal(url) && ownPath(url, siteUrl) === null)
  const states = await linkStates(strapi, external)
  const unknown = external.filter((url) => !states.has(url))
  if (unknown.length > 0) await noteLinks(strapi, unknown, now)
  return states
}

export async function checkForm(
  strapi: Core.Strapi,
  readWording: WordingReader,
  kind: CheckedKind,
  { documentId, values, files, column }: Form,
  now: Date,
): Promise<Finding[]> {
  const draft = documentId === null ? null : await readDraft(strapi, kind, documentId)
  const chosen = Object.keys(files)
  const pictures = [
    ...(await readPictures(strapi, kind, files)),
    ...(draft?.pictures ?? []).filter(({ field }) => !chosen.includes(field)),
  ]
  const subject = subjectOf(kind, { ...draft?.values, ...values }, pictures)
  const { SITE_URL } = readEnvironment()
  const saved = documentId === null ? null : await columnOf(strapi, kind, documentId)
  const title = { title: titleOf(subject), column: column ?? saved, documentId }
  return checkDocument(subject, {
    today: now,
    wording: await readWording(),
    alternativeTexts: await alternativeTextsOf(strapi, subject),
    sameTitle: await titlesLike(strapi, kind, title),
    policyTitles: subject.texts.some(({ source }) => source.includes('《')) ? await policyTitles(strapi) : [],
    targets: await resolveTargets(strapi, addressesIn(subject), SITE_URL),
    links: await statesOfLinks(strapi, subject, SITE_URL, now),
  })
}
