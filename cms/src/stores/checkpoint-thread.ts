/** Inside a thread: moves what was committed from the write-ahead log into the database file, while nobody waits for it. */
import { parentPort, workerData } from 'node:worker_threads'

type Connection = { pragma(sql: string): unknown; close(): void }
const Database = require('better-sqlite3') as new (file: string, options: object) => Connection

const EVERY_MS = 1000

const database = new Database((workerData as { filename: string }).filename, { fileMustExist: true })
const clock = setInterval(() => database.pragma('wal_checkpoint(PASSIVE)'), EVERY_MS)
parentPort?.once('message', () => {
  clearInterval(clock)
  database.close()
  parentPort?.close()
})
