import { describe, expect, it } from 'vitest'
import { linkVersions, type Version } from './versions.ts'

const TODAY = '2026-11-23'

const version = (key: string, versionDate: string | null, more: Partial<Version> = {}): Version => ({
  key,
  title: key.replace(/\d+$/, ''),
  versionKey: key.replace(/\d+$/, ''),
  versionDate,
  effectiveOn: null,
  repeals: [],
  ...more,
})

function link(versions: Version[], today = TODAY) {
  const { links, decisions } = linkVersions(versions, today)
  return {
    links: Object.fromEntries([...links].map(([key, { validity, replaces }]) => [key, [validity, ...replaces]])),
    codes: Object.fromEntries([...decisions].map(([key, made]) => [key, made.map(({ code }) => code)])),
  }
}

describe('versions of one law', () => {
  it('one alone holds', () => {
    expect(link([version('甲法1', '2020-01-01')])).toEqual({ links: { 甲法1: ['effective'] }, codes: {} })
  })

  it('each replaces the one before it, in whatever order they come', () => {
    const versions = [version('甲法3', '2024-01-01'), version('甲法1', '2010-01-01'), version('甲法2', '2020-01-01')]
    expect(link(versions).links).toEqual({
      甲法3: ['effective', '甲法2'],
      甲法1: ['amended'],
      甲法2: ['amended', '甲法1'],
    })
  })

  it('two files of one day are copies and share what they replace', () => {
    const versions = [version('甲法1', '2010-01-01'), version('甲法2', '2020-01-01'), version('甲法3', '2020-01-01')]
    expect(link(versions)).toEqual({
      links: { 甲法1: ['amended'], 甲法2: ['effective', '甲法1'], 甲法3: ['effective', '甲法1'] },
      codes: { 甲法2: ['same-version'], 甲法3: ['same-version'] },
    })
  })

  it('one without date stands apart', () => {
    const versions = [version('甲法1', '2010-01-01'), version('甲法2', null)]
    expect(link(versions)).toEqual({
      links: { 甲法1: ['effective'], 甲法2: ['effective'] },
      codes: { 甲法2: ['version-undated'] },
    })
  })
})

describe('《…》同时废止', () => {
  const repealing = (more: Partial<Version> = {}) =>
    version('乙法1', '2024-04-26', { effectiveOn: '2025-01-01', repeals: ['甲条例'], ...more })

  it('ends the newest version of the other text', () => {
    const versions = [version('甲条例1', '1980-01-01'), version('甲条例2', '2004-01-01'), repealing()]
    expect(link(versions).links).toEqual({
      甲条例1: ['amended'],
      甲条例2: ['repealed', '甲条例1'],
      乙法1: ['effective', '甲条例2'],
    })
  })

  it('counts from the day it takes effect', () => {
    const versions = [version('甲条例1', '1980-01-01'), repealing()]
    expect(link(versions, '2024-12-31')).toEqual({
      links: { 甲条例1: ['effective'], 乙法1: ['effective'] },
      codes: { 乙法1: ['repeal-pending'] },
    })
    expect(link(versions, '2025-01-01').links).toMatchObject({ 甲条例1: ['repealed'] })
  })

  it('was done by the first version that says so', () => {
    const versions = [
      version('甲条例1', '1980-01-01'),
      repealing(),
      version('乙法2', '2026-01-01', { repeals: ['甲条例'] }),
    ]
    expect(link(versions).links).toEqual({
      甲条例1: ['repealed'],
      乙法1: ['amended', '甲条例1'],
      乙法2: ['effective', '乙法1'],
    })
  })

  it('does not reach a later text of the same name, nor its own', () => {
    expect(link([version('甲条例1', '2025-06-01'), repealing()]).links).toMatchObject({ 甲条例1: ['effective'] })
    expect(link([version('乙法1', '2024-04-26', { repeals: ['乙法'] })]).links).toEqual({ 乙法1: ['effective'] })
  })

  it('of what is not here means nothing', () => {
    expect(link([repealing()])).toEqual({ links: { 乙法1: ['effective'] }, codes: {} })
  })
})
