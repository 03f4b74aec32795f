/** Every field of every content type stands in the desk with a Chinese name, and nothing stands there that does not exist. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { enumerations } from '../../admin/texts/enumerations'
import { componentViews, systemFields, views } from './index'

type Attribute = { type: string; enum?: string[]; visible?: boolean; private?: boolean }
type Schema = { attributes: Record<string, Attribute> }

const SOURCE = path.resolve(import.meta.dirname, '../..')
const FULL_WIDTH = ['customField', 'component', 'dynamiczone', 'json', 'blocks']
const HAN = /\p{Script=Han}/u

function readSchema(uid: string): Schema {
  const [, kind] = uid.split(/::|\./)
  const file = uid.startsWith('api::')
    ? path.join('api', kind, 'content-types', kind, 'schema.json')
    : path.join('components', `${uid.replace('.', '/')}.json`)
  return JSON.parse(readFileSync(path.join(SOURCE, file), 'utf8')) as Schema
}

/** What only our own code reads and writes stays out of the desk. */
const isShown = ({ visible, private: isPrivate }: Attribute) => visible !== false && !isPrivate

const ownViews = [...views.filter(({ uid }) => uid.startsWith('api::')), ...componentViews]

describe.each(ownViews.map((view) => [view.uid, view] as const))('%s', (uid, view) => {
  const { attributes } = readSchema(uid)
  const shown = Object.keys(attributes).filter((name) => isShown(attributes[name]))

  it('names and places every field once', () => {
    expect(Object.keys(view.fields).sort()).toEqual([...shown].sort())
    expect(view.rows.flatMap(Object.keys).sort()).toEqual([...shown].sort())
    for (const { label } of Object.values(view.fields)) expect(label).toMatch(HAN)
  })

  it('fills no row beyond twelve columns and gives wide fields a row of their own', () => {
    for (const row of view.rows) {
      expect(Object.values(row).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(12)
      for (const [name, size] of Object.entries(row)) {
        if (FULL_WIDTH.includes(attributes[name].type)) expect([name, size]).toEqual([name, 12])
      }
    }
  })

  it('lists, sorts and names by fields that exist', () => {
    const used = [view.mainField, ...('list' in view ? [...view.list, view.sort.by] : [])]
    for (const name of used) expect(name in attributes || name in systemFields).toBe(true)
  })

  it('shows a Chinese name for every value of an enumeration', () => {
    for (const { enum: values = [] } of Object.values(attributes)) {
      for (const value of values) expect([value, enumerations[value]]).toEqual([value, expect.stringMatching(HAN)])
    }
  })
})
