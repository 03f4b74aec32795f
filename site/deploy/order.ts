/** In which order files go out, so that no link leads nowhere on the way: what is linked to before what links. */

const HOME = 'index.html'
const FRONT = /^[^/]+\/index\.html$/
const FOR_PROGRAMS = /\.(?:xml|opml|txt)$|(?:^|\/)feed\.json$/
const ARCHIVE = /^[^/]+\/p\/\d+\/index\.html$/

/** 0 an ordinary page, then what links to it: archive pages, fronts, the home page */
function depthOf(path: string): number {
  if (path === HOME) return 3
  if (FRONT.test(path)) return 2
  return ARCHIVE.test(path) ? 1 : 0
}

/** Media and assets, new pages, standing pages, feeds; removals come after all of them. */
export function stageOf(path: string, isNew: boolean): number {
  if (FOR_PROGRAMS.test(path)) return 9
  if (!path.endsWith('.html')) return 0
  return (isNew ? 1 : 5) + depthOf(path)
}

/** @returns groups of files; each group may go out at once, after the group before it is there */
export function stages<T extends { path: string }>(files: readonly T[], isNew: (path: string) => boolean): T[][] {
  const groups = Map.groupBy(files, ({ path }) => stageOf(path, isNew(path)))
  return [...groups.entries()].sort(([a], [b]) => a - b).map(([, group]) => group)
}
