/** Refusals of the search: a stable code, and what the reader can do. */
import { MOST_CHARACTERS } from '../../src/search/found.ts'
import { MOST_WORDS, type Refusal } from './words.ts'

export type RefusalCode = Refusal | 'TOO_MANY_REQUESTS' | 'SEARCH_BUSY' | 'SEARCH_NOT_READY' | 'SEARCH_FAILED'

export const refusals: Record<RefusalCode, string> = {
  QUERY_TOO_LONG: `搜索内容太长。请只写最关键的几个词，不超过 ${MOST_CHARACTERS} 个字。`,
  TOO_MANY_WORDS: `搜索词太多。请减少到 ${MOST_WORDS} 个以内，词与词之间用空格隔开。`,
  TOO_MANY_REQUESTS: '搜索得太频繁了，请过几秒再试。',
  SEARCH_BUSY: '正在搜索的人太多，请过几秒再试。',
  SEARCH_NOT_READY: '搜索正在准备，请过一会儿再试。栏目和文章都可以照常浏览。',
  SEARCH_FAILED: '搜索暂时出了问题，请稍后再试。栏目和文章都可以照常浏览。',
}

export const refusalBody = (status: number, code: RefusalCode) => ({
  data: null,
  error: { status, name: 'SearchRefused', message: refusals[code], details: { code } },
})
