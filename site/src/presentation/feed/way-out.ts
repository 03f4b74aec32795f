/** For people who open a feed in a browser: the only thing there that can be clicked. */
import { paths } from '../../content/paths.ts'
import { absoluteUrl } from '../../content/site-url.ts'
import type { Feed } from './feed.ts'
import { leaf, parent } from './xml.ts'

const XHTML = { 'xmlns:h': 'http://www.w3.org/1999/xhtml' }

export const wayOut = ({ page }: Feed): string =>
  parent('h:p', XHTML, [
    leaf('h:a', '打开网页', { href: absoluteUrl(page) }),
    leaf('h:a', '怎样订阅', { href: absoluteUrl(paths.feeds) }),
  ])
