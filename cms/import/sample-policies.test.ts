/** The real texts that the project ships: what holds for all of them, and some that are known by heart. */

import fs from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { importPolicies } from './import-policies.ts'
import type { ParsedPolicy } from './parse-policy.ts'
import { scanFolder } from './scan.ts'
import { loadPolicy } from './survey.ts'

const folder = path.resolve(import.meta.dirname, '../sample/policies')
const policies = new Map<string, ParsedPolicy>()
const sources = new Map<string, string>()

beforeAll(async () => {
  for (const file of (await scanFolder(folder)).files) {
    const loaded = await loadPolicy(file)
    if (!loaded.ok) throw new Error(`${file.path}: ${loaded.problem.text}`)
    policies.set(file.path, loaded.policy)
    sources.set(file.path, await fs.readFile(file.absolute, 'utf8'))
  }
})

const policyOf = (file: string): ParsedPolicy => {
  const policy = policies.get(file)
  if (!policy) throw new Error(`no ${file}`)
  return policy
}

describe('every text of the sample', () => {
  it('goes in, without exception', () => {
    expect(policies.size).toBeGreaterThan(55)
  })

  it('loses not a character of its text', () => {
    const bare = (text: string) => text.replace(/<!--[^>]*-->/g, '').replace(/[\s\\#\u200b]/g, '')
    for (const [file, policy] of policies) {
      const [, source = ''] = (sources.get(file) ?? '').split('<!-- INFO END -->')
      expect(bare(policy.body), file).toBe(bare(source))
    }
  })

  it('has headings without gaps, from the second level on', () => {
    for (const [file, { body }] of policies) {
      let before = 1
      for (const [, marks = ''] of body.matchAll(/^(#+) /gm)) {
        expect(marks.length, file).toBeGreaterThan(1)
        expect(marks.length, file).toBeLessThanOrEqual(before + 1)
        before = marks.length
      }
    }
  })

  it('fits what the desk takes', () => {
    for (const [file, policy] of policies) {
      expect(policy.title.length, file).toBeLessThanOrEqual(150)
      expect(policy.versionDate, file).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(policy.category, file).toBe(file.split('/')[0])
    }
  })
})

describe('some by heart', () => {
  it.each([
    [
      '行政法/教育法(2021-04-29).md',
      '中华人民共和国教育法',
      '全国人民代表大会',
      '1995-03-18',
      null,
      '1995-09-01',
      null,
    ],
    [
      '行政法/职业教育法(2022-04-20).md',
      '中华人民共和国职业教育法',
      '全国人民代表大会常务委员会',
      '1996-05-15',
      null,
      '2022-05-01',
      null,
    ],
    [
      '行政法规/道路交通安全法实施条例(2017-10-07).md',
      '中华人民共和国道路交通安全法实施条例',
      '国务院',
      null,
      '2004-04-30',
      '2004-05-01',
      '国务院令第405号',
    ],
    [
      '行政法规/保守国家秘密法实施条例(2024-07-10).md',
      '中华人民共和国保守国家秘密法实施条例',
      '国务院',
      null,
      '2024-07-10',
      '2024-09-01',
      '国务院令第786号',
    ],
    [
      '行政法规/教师资格条例(1995-12-12).md',
      '教师资格条例',
      '国务院',
      null,
      '1995-12-12',
      '1995-12-12',
      '国务院令第188号',
    ],
    ['行政法规/网络数据安全管理条例(2024-09-24).md', '网络数据安全管理条例', null, null, null, '2025-01-01', null],
    [
      '宪法/宪法修正案（2004年）.md',
      '中华人民共和国宪法修正案（2004年）',
      '全国人民代表大会',
      '2004-03-14',
      '2004-03-14',
      '2004-03-14',
      null,
    ],
    ['宪法/宪法.md', '中华人民共和国宪法', '全国人民代表大会', '1982-12-04', '1982-12-04', '1982-12-04', null],
  ])('%s', (file, title, issuer, adoptedOn, issuedOn, effectiveOn, documentNumber) => {
    expect(policyOf(file)).toMatchObject({ title, issuer, adoptedOn, issuedOn, effectiveOn, documentNumber })
  })

  it('the constitution holds its chapters and sections', () => {
    const { body, versionDate, history } = policyOf('宪法/宪法.md')
    expect([...body.matchAll(/^(#+ .*)$/gm)].map(([heading]) => heading).slice(0, 6)).toEqual([
      '## 序言',
      '## 第一章 总纲',
      '## 第二章 公民的基本权利和义务',
      '## 第三章 国家机构',
      '### 第一节 全国人民代表大会',
      '### 第二节 中华人民共和国主席',
    ])
    expect(versionDate).toBe('2018-03-11')
    expect(history.map(({ event }) => event)).toEqual(['adopted', 'promulgated', ...Array(5).fill('amended')])
  })

  it('versions and repeals are found', async () => {
    const { versions } = await importPolicies({
      folder,
      store: null,
      today: '2026-11-23',
      onProgress: () => undefined,
      isInterrupted: () => false,
    })
    expect(versions.map(({ newer, older, isRepeal }) => `${newer} ${isRepeal ? '废止' : '取代'} ${older}`)).toEqual(
      expect.arrayContaining([
        '宪法相关法/监察法(2024-12-25) 取代 宪法相关法/监察法(2018-03-20)',
        '行政法/职业教育法(2022-04-20) 取代 行政法/职业教育法(1996-05-15)',
        '社会法/学位法(2024-04-26) 废止 行政法/学位条例(2004-08-28)',
      ]),
    )
    expect(versions.filter(({ newer }) => newer.startsWith('宪法/'))).toEqual([])
  })
})
