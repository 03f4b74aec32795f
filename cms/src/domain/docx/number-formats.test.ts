import { expect, it } from 'vitest'
import { formatNumber } from './number-formats'

it.each([
  [
    'chineseCounting',
    [1, 9, 10, 11, 20, 21, 100, 101, 110, 1000, 1001, 1010],
    '一 九 十 十一 二十 二十一 一百 一百零一 一百一十 一千 一千零一 一千零一十',
  ],
  ['chineseLegalSimplified', [1, 10, 25], '壹 拾 贰拾伍'],
  ['ideographTraditional', [1, 10, 11], '甲 癸 11'],
  ['decimalEnclosedCircle', [1, 20, 21], '① ⑳ 21'],
  ['decimalFullWidth', [12], '１２'],
  ['decimalZero', [3], '03'],
  ['upperRoman', [1, 4, 9, 40], 'I IV IX XL'],
  ['lowerLetter', [1, 26, 27], 'a z aa'],
  ['upperLetter', [2], 'B'],
  ['none', [1], ''],
  ['anything else', [7], '7'],
])('%s', (format, values, written) => {
  expect(values.map((value) => formatNumber(value, format)).join(' ')).toBe(written)
})
