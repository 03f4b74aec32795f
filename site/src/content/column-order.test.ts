import { beforeEach, describe, expect, it } from 'vitest'
import { countBefore, countPosts, cutColumns, placeNear } from './column-order.ts'
import { openReadModel, removeDocument } from './read-model.ts'
import { minute, type Scratch, scratchReadModel } from './testing/builders.ts'

const POSTS = 1300
let scratch: Scratch

const spans = () => Number(scratch.database.prepare('SELECT count(*) AS n FROM column_spans').get()?.n)

/** In an order of its own, so that stretches grow everywhere. */
const fill = () => {
  scratch.database.exec('BEGIN')
  for (let n = 0; n < POSTS; n += 1) {
    const position = (n * 777) % POSTS
    scratch.put('article', `a${String(position).padStart(5, '0')}`, { displayDate: minute(Math.floor(position / 3)) })
  }
  scratch.database.exec('COMMIT')
}

/** What counting the column itself says. */
const expectExact = () => {
  const rows = scratch.database
    .prepare(
      "SELECT display_date, document_id FROM documents WHERE column_id = 'news' ORDER BY display_date, document_id",
    )
    .all()
  expect(countPosts(scratch.database, 'news')).toBe(rows.length)
  for (let ordinal = 0; ordinal < rows.length; ordinal += 37) {
    const place = { date: String(rows[ordinal]?.display_date), id: String(rows[ordinal]?.document_id) }
    expect(countBefore(scratch.database, 'news', place)).toBe(ordinal)
    const near = placeNear(scratch.database, 'news', ordinal)
    const start = rows.findIndex(
      (row) => `${row.display_date} ${row.document_id}` >= `${near?.from.date} ${near?.from.id}`,
    )
    expect(start + (near?.skip ?? 0)).toBe(ordinal)
  }
  expect(placeNear(scratch.database, 'news', rows.length)).toBeNull()
}

beforeEach(() => {
  scratch = scratchReadModel()
})

describe('the order of a column', () => {
  it('is empty where nothing stands', () => {
    expect(countPosts(scratch.database, 'news')).toBe(0)
    expect(placeNear(scratch.database, 'news', 0)).toBeNull()
  })

  it('is exact while posts come, move and go', () => {
    fill()
    expect(spans()).toBeGreaterThan(3)
    expectExact()
    scratch.database.exec('BEGIN')
    for (let n = 0; n < POSTS; n += 2) {
      const id = `a${String(n).padStart(5, '0')}`
      if (n % 3 === 0) removeDocument(scratch.database, 'article', id)
      else scratch.put('article', id, { displayDate: minute(n + 900), column: n % 5 === 0 ? 'notices' : 'news' })
    }
    scratch.database.exec('COMMIT')
    expectExact()
  })

  it('holds when all documents are dropped at once', () => {
    fill()
    scratch.database.exec('DELETE FROM documents')
    expect(countPosts(scratch.database, 'news')).toBe(0)
  })

  it('is made for a read model that was filled without it', () => {
    fill()
    scratch.database.exec('DELETE FROM column_spans')
    openReadModel(scratch.path, { readOnly: false }).close()
    expectExact()
    cutColumns(scratch.database)
    expectExact()
  })
})
