/** One address for each kind of page of the sample portal. */
import type { APIRequestContext } from '@playwright/test'

const FRONTS = {
  'home page': '/',
  'module front': '/vanguard/',
  'column of articles': '/news/',
  'column of notices': '/notices/',
  'column of policies': '/policies/',
  'column of lessons': '/lessons/',
  'column of speeches': '/speeches/',
  'stream of microposts': '/microblog/',
  'column of representatives': '/representatives/',
  'archive page': '/news/p/1/',
  links: '/links/',
  contact: '/contact/',
  guide: '/admission/',
  calculator: '/calculator/',
  'about this site': '/pages/',
  'no such page': '/nowhere/',
} as const

/** Where a post stands: the first that its column's front names. */
const POSTS = {
  article: 'news',
  'cadre notice': 'cadres',
  'theory paper': 'theory',
  'talent profile': 'talent',
  policy: 'policies',
  speech: 'speeches',
  micropost: 'microblog',
  representative: 'representatives',
  lesson: 'lessons',
  'free page': 'pages',
} as const

async function firstPostOf(request: APIRequestContext, column: string): Promise<string> {
  const front = await (await request.get(`/${column}/`)).text()
  const main = front.slice(front.indexOf('<main'))
  const [, address] = new RegExp(`href="(/${column}/(?!p/)[^"]+/)"`).exec(main) ?? []
  if (!address) throw new Error(`/${column}/ names no post`)
  return address
}

async function lessonWithFilm(request: APIRequestContext): Promise<string> {
  const front = await (await request.get('/lessons/')).text()
  for (const [address] of front.matchAll(/\/lessons\/\d[\w-]*\//g))
    if ((await (await request.get(address)).text()).includes('<video')) return address
  throw new Error('no lesson has a film')
}

/** @returns kind → address */
export async function kindsOfPages(request: APIRequestContext): Promise<Map<string, string>> {
  const kinds = new Map<string, string>(Object.entries(FRONTS))
  for (const [kind, column] of Object.entries(POSTS)) kinds.set(kind, await firstPostOf(request, column))
  return kinds.set('lesson with a film', await lessonWithFilm(request))
}
