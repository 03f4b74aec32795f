/** The few HTML entities that texts copied from web pages contain. */

const NAMED: Record<string, string> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: '\u3000',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  times: '×',
  deg: '°',
  permil: '‰',
  le: '≤',
  ge: '≥',
}

function fromCode(code: string): string | null {
  const point = /^[xX]/.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code)
  const allowed =
    point === 9 || point === 10 || (point >= 32 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff))
  return allowed ? String.fromCodePoint(point) : null
}

export const decodeEntities = (text: string) =>
  text.replace(
    /&(?:#(x[0-9a-f]{1,6}|\d{1,7})|([a-z]{2,8}));/gi,
    (whole, code: string | undefined, name: string | undefined) =>
      (code ? fromCode(code) : NAMED[(name ?? '').toLowerCase()]) ?? whole,
  )
