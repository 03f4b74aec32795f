/** All checks at once: people mend everything in one go. */
import { checkBankCards } from './bank-cards'
import { checkDocumentNumbers } from './document-numbers'
import { checkedFields } from './fields'
import type { Finding } from './finding'
import { checkHeadings } from './headings'
import { checkIdCards } from './id-cards'
import { checkLawTitles } from './law-titles'
import { checkLinks } from './links'
import { checkMobileNumbers } from './mobile-numbers'
import { checkAlternativeTexts, checkPicturesElsewhere } from './pictures'
import { checkSignatures } from './signatures'
import type { Known, Subject } from './subject'
import { checkSameTitle, checkTitleLength } from './titles'
import { checkWording } from './wording'

/** What may stop a publication. Needs of `known` the wording and the alternative texts alone: this runs at every publish. */
export function findBlocking(
  subject: Subject,
  known: Pick<Known, 'today' | 'wording' | 'alternativeTexts'>,
): Finding[] {
  const all = [
    ...checkWording(subject, known.wording),
    ...checkIdCards(subject, known.today),
    ...checkBankCards(subject, known.today),
    ...checkAlternativeTexts(subject, known),
  ]
  return all.filter(({ severity }) => severity === 'block')
}

/** What stops comes first; then in the order of the form and of the text. */
export function checkDocument(subject: Subject, known: Known): Finding[] {
  const { texts, pictures } = checkedFields[subject.kind]
  const fields = [...Object.keys(texts), ...Object.keys(pictures)]
  const found = [
    ...checkWording(subject, known.wording),
    ...checkIdCards(subject, known.today),
    ...checkBankCards(subject, known.today),
    ...checkMobileNumbers(subject),
    ...checkAlternativeTexts(subject, known),
    ...checkPicturesElsewhere(subject),
    ...checkTitleLength(subject),
    ...checkSameTitle(subject, known),
    ...checkSignatures(subject),
    ...checkHeadings(subject),
    ...checkDocumentNumbers(subject, known.today),
    ...checkLawTitles(subject, known),
    ...checkLinks(subject, known),
  ]
  const order = ({ severity, field, place }: Finding) =>
    [severity === 'block' ? 0 : 1, fields.indexOf(field), place?.start ?? -1] as const
  return found.toSorted((one, other) => {
    const [a, b] = [order(one), order(other)]
    return a[0] - b[0] || a[1] - b[1] || a[2] - b[2]
  })
}
