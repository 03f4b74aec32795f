/** What a check says: what is wrong, how bad it is, where it stands, and what would be right. */
export const findingCodes = [
  'WORDING',
  'ID_CARD',
  'ID_CARD_OLD',
  'MOBILE_NUMBER',
  'BANK_CARD',
  'ALTERNATIVE_TEXT',
  'PICTURE_ELSEWHERE',
  'HEADING_EMPTY',
  'HEADING_SKIPS',
  'TITLE_LONG',
  'TITLE_TWICE',
  'SOURCE_MISSING',
  'EDITOR_MISSING',
  'DOCUMENT_NUMBER',
  'LAW_TITLE_NEAR',
  'LAW_TITLE_UNKNOWN',
  'LINK_EMPTY',
  'LINK_TARGET_MISSING',
  'LINK_TARGET_UNPUBLISHED',
  'LINK_DEAD',
] as const
export type FindingCode = (typeof findingCodes)[number]

/** `block`: nobody can publish the document while it stands. */
export type Severity = 'block' | 'warn'

/** Positions in the field's text as it is stored, in UTF-16 units; `end` is the first one after it. */
export type Place = { quote: string; start: number; end: number }

export type Finding = {
  code: FindingCode
  severity: Severity
  field: string
  place: Place | null
  /** one Chinese sentence: what is wrong and what to do */
  message: string
  /** what to put in the place of `place.quote` */
  suggestion: string | null
}

export const placeIn = (source: string, start: number, end: number): Place => ({
  quote: source.slice(start, end),
  start,
  end,
})
