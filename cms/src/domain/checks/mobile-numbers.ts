/** Mobile numbers. A notice may name one for enquiries, so it warns. */
import type { Finding } from './finding'
import { numberFinding, numbersIn } from './numbers'
import type { Subject } from './subject'

const MOBILE = /(?<![0-9A-Za-z.+-])(?:(?:\+|00)?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?![0-9A-Za-z]|[ -]?\d)/g

export function checkMobileNumbers({ texts }: Subject): Finding[] {
  return texts.flatMap((text) =>
    numbersIn(text, MOBILE).map((number) =>
      numberFinding(text, number, {
        ...{ code: 'MOBILE_NUMBER', severity: 'warn' },
        message: '这里有一个手机号码。请确认本人同意公开；能用办公电话的，请换成办公电话。',
      }),
    ),
  )
}
