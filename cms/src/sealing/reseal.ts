/** Everything that was sealed with a former key is sealed with the present one, a few at a time: it may be stopped anywhere. */
import type { Core } from '@strapi/types'
import { noteAct } from '../audit/note-act'
import { replaceSealed, type SealedColumn, type SealedText, sealedAfter, sealedColumns } from '../stores/sealed-texts'
import { SealBroken } from './key-ring'
import { sealingRing } from './ring'

const AT_ONCE = 200

/** @param unreadable with any key on the ring: the key it needs is lost, or the text was altered */
export type Resealed = { resealed: number; unreadable: number }

function sealedAnew(strapi: Core.Strapi, { purposeOf }: SealedColumn, { owner, sealed }: SealedText): string | null {
  const ring = sealingRing(strapi)
  try {
    return ring.seal(ring.unseal(sealed, purposeOf(owner)), purposeOf(owner))
  } catch (error) {
    if (error instanceof SealBroken) return null
    throw error
  }
}

async function resealBatch(strapi: Core.Strapi, column: SealedColumn, texts: readonly SealedText[]): Promise<Resealed> {
  return strapi.db.transaction(async () => {
    const done: Resealed = { resealed: 0, unreadable: 0 }
    for (const text of texts.filter(({ sealed }) => sealingRing(strapi).isOutdated(sealed))) {
      const anew = sealedAnew(strapi, column, text)
      if (anew === null) done.unreadable += 1
      else {
        await replaceSealed(strapi, column, text, anew)
        done.resealed += 1
      }
    }
    return done
  })
}

/** @param onBatch told of each batch that is safe */
export async function resealAll(
  strapi: Core.Strapi,
  now: Date,
  onBatch: (done: Resealed) => void = () => undefined,
): Promise<Resealed> {
  const all: Resealed = { resealed: 0, unreadable: 0 }
  for (const column of sealedColumns) {
    for (let after = ''; ; ) {
      const texts = await sealedAfter(strapi, column, after, AT_ONCE)
      const { resealed, unreadable } = await resealBatch(strapi, column, texts)
      all.resealed += resealed
      all.unreadable += unreadable
      onBatch(all)
      if (texts.length < AT_ONCE) break
      after = texts[texts.length - 1].key
    }
  }
  const subject = { uid: 'sealing', id: null, title: null }
  await noteAct(strapi, { act: 'roster.keys', subject, after: { 重新封存: all.resealed, 读不出: all.unreadable } }, now)
  return all
}
