import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { openReadModel } from './read-model.ts'

const held: { database?: DatabaseSync } = {}

/** The read model at READ_MODEL, opened at the first call and then held. */
export const defaultReadModel = (): DatabaseSync => {
  if (!held.database?.isOpen) {
    const path = z.string({ error: 'READ_MODEL must name the read model file' }).min(1).parse(process.env.READ_MODEL)
    held.database = openReadModel(path, { readOnly: true })
  }
  return held.database
}

export const closeReadModel = (): void => {
  held.database?.close()
  delete held.database
}
