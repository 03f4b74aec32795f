import { describe, expect, it } from 'vitest'
import { checkBankCards } from './bank-cards'
import { checkIdCards, isIdNumber, isOldIdNumber } from './id-cards'
import { checkMobileNumbers } from './mobile-numbers'
import { hasLuhnChecksum } from './numbers'
import { subjectOf } from './subject'

const today = new Date('2026-11-23T00:00:00Z')
const subject = (body: string) => subjectOf('article', { body }, [])

/** with the right last character */
function idNumber(first17: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  return first17 + '10X98765432'[weights.reduce((sum, weight, index) => sum + weight * Number(first17[index]), 0) % 11]
}
function card(first: string): string {
  for (let digit = 0; digit < 10; digit += 1) if (hasLuhnChecksum(first + digit)) return first + digit
  throw new Error('there is always one')
}

const ID = idNumber('61010319900307123')
const ID_X = Array.from({ length: 1000 }, (_, n) => idNumber(`61010319900307${String(n).padStart(3, '0')}`)).find(
  (one) => one.endsWith('X'),
) as string

describe('ID-card numbers', () => {
  it.each([
    ['the example of GB 11643', '11010519491231002X', true],
    ['a number with digits alone', ID, true],
    ['a number that ends in X', ID_X, true],
    ['a wrong checksum', ID.slice(0, 17) + ((Number(ID[17]) + 1) % 10), false],
    ['an unknown region', idNumber('99010319900307123'), false],
    ['a month that is none', idNumber('61010319901307123'), false],
    ['a day that is none', idNumber('61010319900230123'), false],
    ['29 February of a leap year', idNumber('61010320000229123'), true],
    ['29 February of another year', idNumber('61010319000229123'), false],
    ['the first year', idNumber('61010319000101123'), true],
    ['before the first year', idNumber('61010318991231123'), false],
    ['born today', idNumber('61010320261123123'), true],
    ['born tomorrow', idNumber('61010320261124123'), false],
    ['too short', ID.slice(0, 17), false],
  ])('%s', (_name, digits, expected) => {
    expect(isIdNumber(digits, today)).toBe(expected)
  })

  it.each([
    ['610103900307123', true],
    ['990103900307123', false],
    ['610103901307123', false],
    ['61010390030712', false],
  ])('of fifteen digits: %s', (digits, expected) => {
    expect(isOldIdNumber(digits, today)).toBe(expected)
  })

  it.each([
    ['plain', `身份证号${ID}。`, ID],
    ['small x', `号码${ID_X.toLowerCase()}`, ID_X.toLowerCase()],
    ['full width', `号码：${ID.replaceAll(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))}`, null],
    [
      'spaces',
      `${ID.slice(0, 6)} ${ID.slice(6, 14)} ${ID.slice(14)}`,
      `${ID.slice(0, 6)} ${ID.slice(6, 14)} ${ID.slice(14)}`,
    ],
    ['bold', `**${ID}**`, ID],
    ['in a table', `| 姓名 | 号码 |\n|---|---|\n| 张三 | ${ID} |`, ID],
  ])('is found: %s', (_name, body, quote) => {
    const [finding, ...others] = checkIdCards(subject(body), today)
    expect(others).toEqual([])
    expect(finding).toMatchObject({ code: 'ID_CARD', severity: 'block', field: 'body', suggestion: null })
    if (quote) expect(finding.place?.quote).toBe(quote)
    expect(body.slice(finding.place?.start, finding.place?.end)).toBe(finding.place?.quote)
  })

  it.each([
    ['inside a longer number', `1${ID}`],
    ['before more digits', `${ID}0`],
    ['before letters', `${ID}AB`],
    ['masked', `${ID.slice(0, 6)}********${ID.slice(14)}`],
    ['across cells', `| ${ID.slice(0, 9)} | ${ID.slice(9)} |\n|---|---|`],
    ['in an address', `[表](https://x.example/${ID})`],
  ])('is not found: %s', (_name, body) => {
    expect(checkIdCards(subject(body), today)).toEqual([])
  })

  it('of the old form warns', () => {
    expect(checkIdCards(subject('证号 610103900307123'), today)).toMatchObject([
      { code: 'ID_CARD_OLD', severity: 'warn' },
    ])
    expect(checkIdCards(subject('编号 1610103900307123'), today)).toEqual([])
  })
})

describe('mobile numbers', () => {
  it.each([
    ['13812345678', '13812345678'],
    ['19912345678', '19912345678'],
    ['138 1234 5678', '138 1234 5678'],
    ['138-1234-5678', '138-1234-5678'],
    ['+86 13812345678', '+86 13812345678'],
    ['8613812345678', '8613812345678'],
    ['电话：13812345678，', '13812345678'],
    ['１３８１２３４５６７８', '１３８１２３４５６７８'],
  ])('are found: %s', (body, quote) => {
    expect(checkMobileNumbers(subject(body))).toMatchObject([
      { code: 'MOBILE_NUMBER', severity: 'warn', place: { quote } },
    ])
  })

  it.each([
    '12812345678',
    '1381234567',
    '138123456789',
    '013812345678',
    'A13812345678',
    '029-88888888',
    '1.13812345678',
  ])('are not found: %s', (body) => {
    expect(checkMobileNumbers(subject(body))).toEqual([])
  })
})

describe('bank cards', () => {
  it('know Luhn’s checksum', () => {
    expect(['79927398713', '4111111111111111', '0'].map(hasLuhnChecksum)).toEqual([true, true, true])
    expect(['79927398710', '4111111111111112', '1'].map(hasLuhnChecksum)).toEqual([false, false, false])
  })

  const unionPay19 = card('622202100011223344')
  const unionPay16 = card('622588012345678')
  const grouped = unionPay19.replaceAll(/\d{4}(?=\d)/g, '$& ')
  it.each([
    ['UnionPay, 19 digits', unionPay19, 'block'],
    ['UnionPay, 16 digits', unionPay16, 'block'],
    ['in groups', grouped, 'block'],
    ['in groups with hyphens', grouped.replaceAll(' ', '-'), 'block'],
    ['another issuer', '4111111111111111', 'warn'],
    ['13 digits', card('411111111111'), 'warn'],
    ['unknown first digits', card('998877665544332'), 'warn'],
  ])('%s', (_name, number, severity) => {
    const findings = checkBankCards(subject(`卡号 ${number}。`), today)
    expect(findings).toMatchObject([{ code: 'BANK_CARD', severity, place: { quote: number } }])
  })

  it.each([
    ['a wrong checksum', unionPay16.slice(0, 15) + ((Number(unionPay16[15]) + 1) % 10)],
    ['twelve digits', '622588012345'],
    ['twenty digits', `${unionPay19}0`],
    ['an ISBN', '9787010000008'],
    ['an ID number', ID],
    ['years', '2020 2021 2022 2023'],
    ['inside letters', `No${unionPay16}`],
  ])('are not found: %s', (_name, number) => {
    expect(checkBankCards(subject(`编号 ${number}。`), today)).toEqual([])
  })
})
