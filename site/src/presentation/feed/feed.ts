/** A feed, whatever its form. */
import type { Entry } from './entry.ts'

export interface Feed {
  /** what the feed is of, the same through every change of name and address */
  identity: string
  title: string
  description: string
  /** addresses are paths: of the page it belongs to, and of the feed itself */
  page: string
  self: string
  publisher: string
  entries: readonly Entry[]
  /** null: no series to be listened to */
  podcast: Podcast | null
  /** the WebSub hub that tells subscribers */
  hub: string | null
}

export interface Podcast {
  /** absolute, square, 1400 pixels or more */
  picture: string
  email: string | null
}

/** When the newest change of all entries was; by content alone, so that the same content gives the same bytes. */
export const lastChange = ({ entries }: Pick<Feed, 'entries'>): string | null =>
  entries.reduce<string | null>((last, { updated }) => (last === null || updated > last ? updated : last), null)

/** Beside the page's language, what readers that are no readers get: a style sheet, for browsers transform nothing. */
export const STYLE_SHEET = '<?xml-stylesheet type="text/css" href="/feed.css"?>'
export const XML_HEAD = `<?xml version="1.0" encoding="UTF-8"?>\n${STYLE_SHEET}\n`
