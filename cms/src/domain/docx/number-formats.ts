/** Numbers as Word writes them before a paragraph. */
const DIGITS = '零一二三四五六七八九'
const LEGAL = '零壹贰叁肆伍陆柒捌玖'
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const ROMAN: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]
const LARGEST_IN_CHINESE = 9999

function chinese(value: number, digits: string, units: string[]): string {
  if (value > LARGEST_IN_CHINESE || value < 0) return String(value)
  if (value === 0) return digits[0]
  let written = ''
  for (let power = 3; power >= 0; power -= 1) {
    const digit = Math.floor(value / 10 ** power) % 10
    if (digit > 0) written += digits[digit] + units[power]
    else if (written !== '' && value % 10 ** power > 0 && !written.endsWith(digits[0])) written += digits[0]
  }
  // ten to nineteen leave out the first one
  return value >= 10 && value < 20 ? written.slice(1) : written
}

function roman(value: number): string {
  let [rest, written] = [value, '']
  for (const [worth, sign] of ROMAN) for (; rest >= worth; rest -= worth) written += sign
  return written
}

function letters(value: number): string {
  const letter = String.fromCharCode(97 + ((value - 1) % 26))
  return letter.repeat(Math.floor((value - 1) / 26) + 1)
}

/** @param format `w:numFmt`; what is not known counts in Arabic numbers */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
    case 'ideographDigital':
    case 'taiwaneseDigital':
      return chinese(value, DIGITS, ['', '十', '百', '千'])
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return chinese(value, LEGAL, ['', '拾', '佰', '仟'])
    case 'ideographTraditional':
      return STEMS[value - 1] ?? String(value)
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCharCode(0x2460 + value - 1) : String(value)
    case 'upperRoman':
      return roman(value).toUpperCase()
    case 'lowerRoman':
      return roman(value)
    case 'upperLetter':
      return value > 0 ? letters(value).toUpperCase() : ''
    case 'lowerLetter':
      return value > 0 ? letters(value) : ''
    case 'none':
      return ''
    default:
      return String(value)
  }
}
