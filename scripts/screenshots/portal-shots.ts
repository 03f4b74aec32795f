/** Which pages of the portal are pictured, how wide, and in which modes. */

/** `data-…` attributes of <html>, as the reader's switches set them; print is what a printer gets. */
export type Mode = 'light' | 'dark' | 'care' | 'grey' | 'print'

export type PortalShot = {
  /** of the files */
  name: string
  /** a page, or the column whose first post is meant */
  path: string
  firstPost?: true
  /** has a composition of its own on very wide screens */
  broad?: true
  printed?: true
  prepare?: 'open menu' | 'open viewer'
}

export const WIDTHS = [360, 768, 1280] as const
export const BROAD_WIDTH = 1920
/** A4 at 96 dots an inch, without its margins */
export const PAPER_WIDTH = 628
/** of the modes other than light */
export const MODE_WIDTHS = { dark: [360, 1280], care: [360, 1280], grey: [1280], print: [PAPER_WIDTH] } as const

const post = (name: string, column: string): PortalShot => ({
  ...{ name, path: `/${column}/`, firstPost: true, printed: true },
})
const column = (name: string): PortalShot => ({ name, path: `/${name}/`, broad: true })
const page = (name: string, path = `/${name}/`): PortalShot => ({ name, path })

export const portalShots: readonly PortalShot[] = [
  { name: 'home', path: '/', broad: true },
  { name: 'home-menu', path: '/', prepare: 'open menu' },
  ...['news', 'notices', 'cadres', 'theory', 'talent', 'policies', 'lessons', 'speeches', 'microblog'].map(column),
  column('representatives'),
  { name: 'archive', path: '/news/p/1/', broad: true },
  ...['dynamics', 'vanguard', 'organization', 'ideas'].map((module) => page(module)),
  post('article', 'news'),
  { name: 'public-notice', path: '/cadres/20260608-01/', printed: true },
  post('paper', 'theory'),
  post('profile', 'talent'),
  { name: 'policy', path: '/policies/20220420-01/', printed: true },
  { name: 'lesson', path: '/lessons/20260916-01/', printed: true },
  post('speech', 'speeches'),
  post('micropost', 'microblog'),
  { name: 'viewer', path: '/microblog/', prepare: 'open viewer' },
  post('representative', 'representatives'),
  { name: 'guide', path: '/dues/', printed: true },
  { name: 'calculator', path: '/calculator/', printed: true },
  { name: 'contact', path: '/contact/', printed: true },
  page('links'),
  page('about', '/pages/'),
  { name: 'free-page', path: '/pages/accessibility/', printed: true },
  page('search-form', '/search/'),
  page('search', `/search/?q=${encodeURIComponent('安全 检查')}`),
  ...['feeds', 'saved', 'offline', 'notifications', 'install', 'report'].map((name) => page(name)),
  page('not-found', '/nowhere/'),
  page('styleguide'),
]
