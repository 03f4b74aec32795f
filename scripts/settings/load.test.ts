import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadSettings } from './load.ts'

let root: string
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-env-'))
})
afterEach(() => fs.rmSync(root, { recursive: true }))

const write = (text: string) => fs.writeFileSync(path.join(root, '.env'), text)

describe('.env', () => {
  it('may be missing', () => {
    expect(loadSettings(root, {})).toMatchObject({ settings: { CMS_PORT: 1337 }, unknownNames: [] })
  })

  it('yields to the environment, also to an empty value there', () => {
    write('CMS_PORT=1400\nSITE_PORT=4400 # portal\nSAMPLE="none"\n')
    expect(loadSettings(root, { CMS_PORT: '1500', SAMPLE: '' })).toMatchObject({
      settings: { CMS_PORT: 1500, SITE_PORT: 4400, SAMPLE: 'full' },
    })
  })

  it('names what means nothing here', () => {
    write('SITE_PROT=4400\n')
    expect(loadSettings(root, {})).toMatchObject({ unknownNames: ['SITE_PROT'] })
  })

  it('with every line of .env.example is right', () => {
    fs.copyFileSync(path.resolve(import.meta.dirname, '../../.env.example'), path.join(root, '.env'))
    expect(loadSettings(root, {})).toEqual({
      settings: (loadSettings('/nowhere', { DATA_DIR: `${root}/data` }) as { settings: object }).settings,
      unknownNames: [],
    })
  })
})
