import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseSettings, SECRET_NAMES, type Settings } from './schema.ts'
import { beginRotation, ensureSecrets, finishRotation } from './secrets.ts'

let dataDir: string
beforeEach(() => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-secrets-'))
})
afterEach(() => fs.rmSync(dataDir, { recursive: true }))

const settings = (given: Record<string, string> = {}) =>
  (parseSettings({ DATA_DIR: dataDir, ...given }, '/') as { settings: Settings }).settings
const file = () => path.join(dataDir, 'secrets.json')

describe('secrets', () => {
  it('are made once, kept, and closed to others', () => {
    const first = ensureSecrets(settings())
    expect(ensureSecrets(settings())).toEqual(first)
    expect(new Set(Object.values(first)).size).toBe(SECRET_NAMES.length)
    expect(first.APP_KEYS.split(',')).toHaveLength(4)
    expect(fs.statSync(file()).mode & 0o777).toBe(0o600)
    expect(fs.readdirSync(dataDir)).toEqual(['secrets.json'])
  })

  it('that are given are used and not written down', () => {
    const given = 'given-by-the-operator'
    expect(ensureSecrets(settings({ JWT_SECRET: given })).JWT_SECRET).toBe(given)
    expect(fs.readFileSync(file(), 'utf8')).not.toContain(given)
    expect(ensureSecrets(settings()).JWT_SECRET).not.toBe(given)
  })

  it('in a broken file stop the start', () => {
    fs.writeFileSync(file(), '{"JWT_SECRET": ')
    expect(() => ensureSecrets(settings())).toThrow('读不懂')
    expect(fs.readFileSync(file(), 'utf8')).toBe('{"JWT_SECRET": ')
  })
})

describe('a change of the sealing key', () => {
  it('keeps the former key until it is finished, and nothing else changes', () => {
    const before = ensureSecrets(settings())
    expect(beginRotation(settings())).toBe('begun')
    const during = ensureSecrets(settings())
    expect(during).toEqual({ ...before, SEALING_KEY: during.SEALING_KEY, SEALING_KEYS_FORMER: before.SEALING_KEY })
    expect(during.SEALING_KEY).not.toBe(before.SEALING_KEY)
    finishRotation(settings())
    expect(ensureSecrets(settings())).toEqual({ ...before, SEALING_KEY: during.SEALING_KEY })
    expect(fs.statSync(file()).mode & 0o777).toBe(0o600)
    expect(fs.readdirSync(dataDir)).toEqual(['secrets.json'])
  })

  it('that was begun is gone on with', () => {
    ensureSecrets(settings())
    beginRotation(settings())
    const during = ensureSecrets(settings())
    expect(beginRotation(settings())).toBe('resumed')
    expect(ensureSecrets(settings())).toEqual(during)
  })

  it('adds to former keys of the environment', () => {
    const { SEALING_KEY } = ensureSecrets(settings())
    beginRotation(settings())
    const given = settings({ SEALING_KEYS_FORMER: 'from-the-environment' })
    expect(ensureSecrets(given).SEALING_KEYS_FORMER).toBe(`from-the-environment,${SEALING_KEY}`)
  })

  it('needs a key to change', () => {
    expect(() => beginRotation(settings())).toThrow('没有要更换的密钥')
  })
})
