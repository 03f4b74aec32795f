import type { Core } from '@strapi/types'
import { type Engine, readEngine } from '../../stores/publication-engine'

/** The engine as the last report told, and when it was heard of last: this process knows that better than the table. */
export async function readKnownEngine(strapi: Core.Strapi): Promise<Engine> {
  const engine = await readEngine(strapi)
  const heard: Date | null = strapi.service('api::publication.publication').lastSeen()
  return { ...engine, seenAt: heard && (!engine.seenAt || heard > engine.seenAt) ? heard : engine.seenAt }
}
