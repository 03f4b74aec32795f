import { moduleIds, paths } from '../../content/paths.ts'
import { freePageLinks, visibleColumns } from '../../content/queries/site.ts'
import { feedDirectory } from '../feed/directory.ts'

/** Pages that search engines should know and that are no posts. Archive pages are not: each of their posts is known itself. */
export const pagesWithoutPosts = (): string[] => [
  ...new Set([
    paths.home,
    ...moduleIds.map(paths.module),
    ...visibleColumns().map(({ slug }) => paths.column(slug)),
    ...feedDirectory().flatMap(({ feeds }) => feeds.map(({ page }) => page)),
    paths.about,
    ...freePageLinks().map(({ slug }) => paths.freePage(slug)),
    paths.search,
    paths.feeds,
    paths.notifications,
    paths.install,
    paths.calculator,
  ]),
]
