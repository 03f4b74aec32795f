/**
 * 大写金额: an amount in the numerals that cannot be altered by a stroke, as cheques and receipts bear it. After the People's Bank's
 * 《正确填写票据和结算凭证的基本规定》: several noughts are one 零; whole yuan and whole jiao end in 整, fen do not. Where the rule
 * leaves a choice, this writes what leaves least room for additions: 零 between a round yuan and jiao, 整 after jiao.
 */
const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟']
const TEN_THOUSAND = 10_000
const HUNDRED_MILLION = 100_000_000

/** @param value 1 to 9999 */
function belowTenThousand(value: number): string {
  let written = ''
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10
    if (digit > 0) written += DIGITS[digit] + PLACES[place]
    else if (written !== '' && value % 10 ** place > 0 && !written.endsWith('零')) written += '零'
  }
  return written
}

/** A part with a nought in its first place is joined by 零: 壹万零伍. */
function join(value: number, unit: number, word: string): string {
  const rest = value % unit
  const gap = rest > 0 && rest < unit / 10 ? '零' : ''
  return `${whole(Math.floor(value / unit))}${word}${gap}${rest > 0 ? whole(rest) : ''}`
}

function whole(value: number): string {
  if (value >= HUNDRED_MILLION) return join(value, HUNDRED_MILLION, '亿')
  if (value >= TEN_THOUSAND) return join(value, TEN_THOUSAND, '万')
  return belowTenThousand(value)
}

function parts(yuan: number, jiao: number, fen: number): string {
  if (yuan + jiao + fen === 0) return '零元整'
  const before = yuan > 0 ? `${whole(yuan)}元` : ''
  if (jiao + fen === 0) return `${before}整`
  const gap = yuan > 0 && (jiao === 0 || yuan % 10 === 0) ? '零' : ''
  return `${before}${gap}${jiao > 0 ? `${DIGITS[jiao]}角` : ''}${fen > 0 ? `${DIGITS[fen]}分` : '整'}`
}

/** @param fen a whole number; a negative one begins with 负 */
export function capitalAmount(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`${fen} is not a number of fen`)
  const amount = Math.abs(fen)
  const sign = fen < 0 ? '负' : ''
  return sign + parts(Math.floor(amount / 100), Math.floor(amount / 10) % 10, amount % 10)
}
