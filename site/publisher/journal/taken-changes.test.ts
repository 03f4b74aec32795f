import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTables } from './schema.ts'
import { takenChanges } from './taken-changes.ts'

let database: DatabaseSync
let changes: ReturnType<typeof takenChanges>

beforeEach(() => {
  database = new DatabaseSync(':memory:')
  createTables(database)
  changes = takenChanges(database)
  for (let sequence = 1; sequence <= 6; sequence += 1) changes.takeChange(sequence, 1000, [`/news/${sequence}/`])
})
afterEach(() => database.close())

const toldSequences = () => changes.workedOff(100, 100).map(({ sequence }) => sequence)

describe('changes that are worked off', () => {
  it('are told one by one, the newest alone where there are many', () => {
    for (let n = 1; n <= 6; n += 1) changes.settlePage(`/news/${n}/`, true)
    changes.finishChanges(1500)
    changes.forgetAllButNewest(2)
    expect(toldSequences()).toEqual([5, 6])
    expect(changes.workedOff(100, 100)[0]).toMatchObject({ durationMs: 500, pages: ['/news/5/'] })
    changes.forgetAllButNewest(2)
    expect(toldSequences()).toEqual([5, 6])
  })

  it('do not take those along that still wait', () => {
    for (const n of [1, 2, 4, 5, 6]) changes.settlePage(`/news/${n}/`, true)
    changes.finishChanges(1500)
    changes.forgetAllButNewest(1)
    expect([toldSequences(), changes.firstUnfinished()]).toEqual([[6], 3])
    changes.settlePage('/news/3/', true)
    changes.finishChanges(1600)
    expect(changes.workedOff(100, 100)[0]).toMatchObject({ sequence: 3, pages: ['/news/3/'] })
  })
})
