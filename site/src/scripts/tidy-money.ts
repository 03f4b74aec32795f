/** An amount as people type it, in the one writing that the server takes: full width, ，and 。, ¥ and 元, blanks. */
const FULL_WIDTH_OFFSET = 0xfee0

export const tidyMoney = (typed: string): string =>
  typed
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(/\s/g, '')
    .replace(/。/g, '.')
    .replace(/^[¥￥]|元$/g, '')
    // commas count only where they part thousands
    .replace(/^\d{1,3}(?:,\d{3})+(?=\.|$)/, (grouped) => grouped.replace(/,/g, ''))
    .replace(/^0+(?=\d)/, '')
    .replace(/^(?=\.\d)/, '0')
    .replace(/^(\d+)\.$/, '$1')
