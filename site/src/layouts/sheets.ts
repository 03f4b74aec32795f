/**
 * Which style sheets a page takes. What stands on every page is bundled with texts (`read.css`) and with lists (`lead.css`), because one
 * sheet is smaller than two and comes sooner. `beyond.css` is for screens that are wider or dark, `print.css` waits until somebody
 * prints; everything else is named by the views that need it, so that a page brings no rule that it has no use for.
 */
import app from '../styles/app-pages.css?url'
import beyond from '../styles/beyond.css?url'
import calculator from '../styles/calculator.css?url'
import contact from '../styles/contact.css?url'
import dues from '../styles/dues.css?url'
import facts from '../styles/facts.css?url'
import feeds from '../styles/feeds.css?url'
import focus from '../styles/focus.css?url'
import forms from '../styles/forms-of-article.css?url'
import home from '../styles/home.css?url'
import lead from '../styles/lead.css?url'
import lesson from '../styles/lesson.css?url'
import lists from '../styles/lists.css?url'
import member from '../styles/member.css?url'
import notFound from '../styles/not-found.css?url'
import people from '../styles/people.css?url'
import print from '../styles/print.css?url'
import read from '../styles/read.css?url'
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
  dues,
  calculator,
  member,
  notFound,
  styleguide,
}
export type SheetName = keyof typeof sheets

/** Bundles of what stands on every page and what most pages need, by the name that they stand for. */
const bundles = [
  ['reading', read],
  ['lists', lead],
] as const

export const onOtherScreens = {
  href: beyond,
  media: '(min-width:40em),(prefers-color-scheme:dark),(prefers-contrast:more)',
}
export const onPaper: string = print

/** In the order in which they overrule each other, each once. */
export const addressesOf = (names: readonly SheetName[]): string[] => {
  const [bundled, bundle] = bundles.find(([name]) => names.includes(name)) ?? [undefined, site]
  const further = (Object.keys(sheets) as SheetName[]).filter((name) => names.includes(name) && name !== bundled)
  return [bundle, ...further.map((name) => sheets[name])]
}

const RICH = /<(?:h3|h4|table|ul|ol|blockquote|pre|code|em|i|hr|sup|video|audio|section|span)[\s>]/

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
