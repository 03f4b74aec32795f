import type { APIRoute } from 'astro'
import { greyNow } from '../content/queries/site.ts'

/** On the root alone a filter leaves fixed elements where they are. */
const GREY = '-webkit-filter:grayscale(1);filter:grayscale(1)'
const rules = { wholeSite: `html{${GREY}}\n`, homePage: `html[data-home]{${GREY}}\n` } as const

/**
 * What every page links: the portal turns grey at its second by this file alone, and pages that a browser has kept do, too.
 */
export const GET: APIRoute = () => {
  const scope = greyNow()
  return new Response(scope ? rules[scope] : '/* */\n', { headers: { 'content-type': 'text/css; charset=utf-8' } })
}
