/** Numbers of bank cards (GB/T 19584: 13 to 19 digits). UnionPay's own begin with 62: those nobody may publish. */
import type { Finding } from './finding'
import { isIdNumber } from './id-cards'
import { hasLuhnChecksum, numberFinding, numbersIn } from './numbers'
import type { Subject } from './subject'

/** In one piece, or in groups of four as printed on the card; groups only where the first digits are a card's. */
const CARD =
  /(?<![0-9A-Za-z.])(?:[1-9]\d{12,18}|(?:62\d\d|4\d{3}|5[1-5]\d\d)(?:[ -]\d{4}){2,3}(?:[ -]\d{1,4})?)(?![0-9A-Za-z]|[ -]?\d)/g
/** an ISBN has thirteen digits, too, and a checksum of its own */
const ISBN = /^97[89]\d{10}$/

export function checkBankCards({ texts }: Subject, today: Date): Finding[] {
  return texts.flatMap((text) =>
    numbersIn(text, CARD)
      .filter(({ digits }) => digits.length >= 13 && digits.length <= 19)
      .filter(({ digits }) => hasLuhnChecksum(digits) && !ISBN.test(digits) && !isIdNumber(digits, today))
      .map((number) =>
        number.digits.startsWith('62')
          ? numberFinding(text, number, {
              ...{ code: 'BANK_CARD', severity: 'block' },
              message: '这是一个银行卡号，不能公开。请删去，或只保留最后四位。',
            })
          : numberFinding(text, number, {
              ...{ code: 'BANK_CARD', severity: 'warn' },
              message: '这串数字像是银行卡号，请核对；如果是，请删去。',
            }),
      ),
  )
}
