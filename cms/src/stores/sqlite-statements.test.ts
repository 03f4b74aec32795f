import { createRequire } from 'node:module'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepStatements } from './sqlite-statements'

type Statement = { all: (...values: unknown[]) => unknown[]; run: (...values: unknown[]) => { changes: number } }
type Database = { prepare: (sql: string) => Statement; close: () => void }
const SQLite = createRequire(import.meta.url)('better-sqlite3') as new (file: string) => Database

let database: Database
const rows = (sql: string, ...values: unknown[]) => database.prepare(sql).all(...values)

beforeEach(() => {
  database = new SQLite(':memory:')
  keepStatements(database)
  database.prepare('CREATE TABLE posts (id INTEGER PRIMARY KEY, title TEXT)').run()
  database.prepare('INSERT INTO posts (title) VALUES (?)').run('甲')
})
afterEach(() => database.close())

describe('a kept statement', () => {
  it('is the same one, and answers for its own values', () => {
    const sql = 'SELECT title FROM posts WHERE id = ?'
    expect(database.prepare(sql)).toBe(database.prepare(sql))
    database.prepare('INSERT INTO posts (title) VALUES (?)').run('乙')
    expect([rows(sql, 1), rows(sql, 2), rows(sql, 3)]).toEqual([[{ title: '甲' }], [{ title: '乙' }], []])
  })

  it('sees a column that has come since', () => {
    expect(rows('SELECT * FROM posts')).toEqual([{ id: 1, title: '甲' }])
    database.prepare("ALTER TABLE posts ADD COLUMN slug TEXT DEFAULT 'a'").run()
    expect(rows('SELECT * FROM posts')).toEqual([{ id: 1, title: '甲', slug: 'a' }])
  })

  it('works within transactions, and after one that was taken back', () => {
    const insert = 'INSERT INTO posts (title) VALUES (?)'
    database.prepare('BEGIN').run()
    expect(database.prepare(insert).run('丙').changes).toBe(1)
    database.prepare('ROLLBACK').run()
    database.prepare(insert).run('丁')
    expect(rows('SELECT title FROM posts')).toEqual([{ title: '甲' }, { title: '丁' }])
  })

  it('goes when many others have come', () => {
    const sql = 'SELECT title FROM posts'
    const first = database.prepare(sql)
    for (let n = 0; n < 500; n += 1) database.prepare(`SELECT ${n}`)
    expect(database.prepare(sql)).not.toBe(first)
  })
})
