/**
 * Which style sheets a page takes. `site.css` is on every page, `print.css` waits until somebody prints; everything else is named by the
 * views that need it, so that a page brings no rule that it has no use for.
 */
import app from '../styles/app-pages.css?url'
import contact from '../styles/contact.css?url'
import facts from '../styles/facts.css?url'
import feeds from '../styles/feeds.css?url'
import focus from '../styles/focus.css?url'
import forms from '../styles/forms-of-article.css?url'
import home from '../styles/home.css?url'
import lesson from '../styles/lesson.css?url'
import lists from '../styles/lists.css?url'
import notFound from '../styles/not-found.css?url'
import people from '../styles/people.css?url'
import print from '../styles/print.css?url'
import reading from '../styles/reading.css?url'
import report from '../styles/report.css?url'
import rich from '../styles/rich.css?url'
import search from '../styles/search.css?url'
import searchForm from '../styles/search-form.css?url'
import site from '../styles/site.css?url'
import stream from '../styles/stream.css?url'
import styleguide from '../styles/styleguide.css?url'

const sheets = {
  reading,
  rich,
  facts,
  forms,
  lists,
  focus,
  people,
  stream,
  lesson,
  contact,
  home,
  searchForm,
  search,
  feeds,
  app,
  report,
  notFound,
  styleguide,
}
export type SheetName = keyof typeof sheets

export const everywhere: string = site
export const onPaper: string = print

/** In the order in which they overrule each other, each once. */
export const addressesOf = (names: readonly SheetName[]): string[] =>
  (Object.keys(sheets) as SheetName[]).filter((name) => names.includes(name)).map((name) => sheets[name])

const RICH = /<(?:table|ul|ol|blockquote|pre|code|em|i|hr|sup|video|audio|section|span)[\s>]/

/** What these texts need beyond paragraphs, headings and pictures. */
export const sheetsOf = (...texts: (string | null | undefined)[]): SheetName[] =>
  texts.some((text) => text && RICH.test(text)) ? ['rich'] : []

/** A column's front and archive pages, by the kind of its posts. */
export const columnSheets = (kind: string): SheetName[] => [
  'lists',
  'focus',
  ...(kind === 'micropost' ? ['stream' as const] : []),
  ...(kind === 'representative' ? ['people' as const] : []),
]
