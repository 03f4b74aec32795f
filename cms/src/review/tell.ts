/** Tells the people concerned of an act, in its transaction; mail goes out afterwards from the same rows. */
import type { Core } from '@strapi/types'
import type { ReviewAct } from '../domain/review/acts'
import { ADMINISTRATOR, type Level, levels, rolesToTell } from '../domain/review/levels'
import {
  invalidatedWords,
  passedWords,
  requestedWords,
  returnedWords,
  urgentImportWords,
  urgentWords,
} from '../domain/review/notice-texts'
import { awaitedLevel, type Review } from '../domain/review/state'
import { accountsWithRole } from '../stores/desk-accounts'
import { addNotice, type NoticeTopic } from '../stores/notices'
import type { KnownReview } from '../stores/reviews'

type Told = { recipients: number[]; topic: NoticeTopic; words: { subject: string; text: string } }

/** A level that nobody has a role for falls to 平台管理员. */
async function reviewersOf(strapi: Core.Strapi, level: Level): Promise<number[]> {
  const own = await accountsWithRole(strapi, rolesToTell(level))
  const found = own.length > 0 ? own : await accountsWithRole(strapi, [ADMINISTRATOR])
  return found.map(({ id }) => id)
}

async function allReviewers(strapi: Core.Strapi): Promise<number[]> {
  return (await Promise.all(levels.map((level) => reviewersOf(strapi, level)))).flat()
}

const approversOf = ({ round }: Review) => round?.approvals.flatMap(({ actor }) => actor.id ?? []) ?? []

/** @param after the review as the act leaves it */
async function whomToTell(
  strapi: Core.Strapi,
  known: KnownReview,
  act: ReviewAct,
  after: Review,
): Promise<Told | null> {
  const { title, authors } = known
  const next = awaitedLevel(after)
  switch (act.act) {
    case 'submitted':
    case 'approved': {
      if (next === null) return { recipients: authors, topic: 'review-approved', words: passedWords(title, act) }
      const barred = new Set([...authors, ...approversOf(after)])
      const recipients = (await reviewersOf(strapi, next)).filter((id) => !barred.has(id))
      return { recipients, topic: 'review-requested', words: requestedWords(title, act, next) }
    }
    case 'returned':
      return { recipients: authors, topic: 'review-returned', words: returnedWords(title, act) }
    case 'invalidated': {
      const awaited = known.review.round ? [...authors, ...approversOf(known.review)] : authors
      return { recipients: awaited, topic: 'review-invalidated', words: invalidatedWords(title, act) }
    }
    case 'publishedUrgently': {
      const recipients = [...authors, ...(await allReviewers(strapi))]
      return { recipients, topic: 'published-urgently', words: urgentWords(title, act) }
    }
    case 'withdrawn':
    case 'permitted':
    case 'published':
      return null
    default:
      return act.act satisfies never
  }
}

export async function tellOfUrgentImport(
  strapi: Core.Strapi,
  person: { id: number | null; name: string },
  count: number,
  reason: string,
  at: Date,
) {
  const recipients = (await allReviewers(strapi)).filter((id) => id !== person.id)
  const words = urgentImportWords(person.name, count, reason)
  await addNotice(strapi, { recipients, topic: 'published-urgently', ...words, kind: null, documentId: null, at })
}

/** Nobody is told what they did themselves. */
export async function tell(strapi: Core.Strapi, known: KnownReview, act: ReviewAct, after: Review): Promise<void> {
  const told = await whomToTell(strapi, known, act, after)
  if (!told) return
  await addNotice(strapi, {
    ...{ recipients: told.recipients.filter((id) => id !== act.actor.id), topic: told.topic, ...told.words },
    ...{ kind: known.kind, documentId: known.documentId, at: act.at },
  })
}
