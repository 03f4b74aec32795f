import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { draftlessKinds, kinds } from './kinds'

const schemaOf = (kind: string) => {
  const file = path.resolve(__dirname, `../../api/${kind}/content-types/${kind}/schema.json`)
  return JSON.parse(fs.readFileSync(file, 'utf8')) as { options?: { draftAndPublish?: boolean } }
}

it('knows the kinds without drafts', () => {
  const found = kinds.filter((kind) => schemaOf(kind).options?.draftAndPublish !== true)
  expect([...found].sort()).toEqual([...draftlessKinds].sort())
})
