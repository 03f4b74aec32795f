/** What is asked, by class: every question once, so that none is answered from memory. */

import { benchArticle } from '../content.ts'

export type QuestionClass = { name: string; questions: readonly string[]; path?: '/search/suggest' }

const WORDS = [
  '党支部',
  '组织生活',
  '主题党日',
  '学习教育',
  '交通强国',
  '专业建设',
  '实训基地',
  '工匠精神',
  '师德师风',
  '思政课程',
]
const MORE_WORDS = [
  '立德树人',
  '校企合作',
  '志愿服务',
  '党员教师',
  '青年学生',
  '基层党建',
  '作风建设',
  '廉洁自律',
  '民主评议',
  '谈心谈话',
]
const LAST_WORDS = [
  '发展党员',
  '理论学习',
  '红色资源',
  '攻坚克难',
  '产教融合',
  '公路养护',
  '桥梁检测',
  '轨道交通',
  '智慧物流',
  '安全生产',
]
const everywhere = [...WORDS, ...MORE_WORDS, ...LAST_WORDS]
const VERBS = ['推进', '落实', '开展', '组织', '完善', '深化', '总结', '部署', '检查', '交流']

const ask = (q: string, more: Record<string, string> = {}) => new URLSearchParams({ q, ...more }).toString()
const charactersOf = (words: readonly string[]) => [...new Set(words.join(''))]
const next = <T>(list: readonly T[], at: number): T => list[at % list.length] as T

/** @param articles how many there are; numbers in titles are below */
export function questionClasses(articles: number): QuestionClass[] {
  const pairs = everywhere.map((word) => word.slice(0, 2))
  const year = benchArticle(Math.floor(articles / 2)).displayDate.slice(0, 4)
  const someNumbers = Array.from({ length: 30 }, (_, n) => String(Math.floor((articles * (n + 0.5)) / 30)))
  return [
    {
      name: 'one character, in nearly all',
      questions: charactersOf(everywhere)
        .slice(0, 40)
        .map((q) => ask(q)),
    },
    { name: 'two characters, in nearly all', questions: [...new Set(pairs)].map((q) => ask(q)) },
    { name: 'three or four characters, in nearly all', questions: everywhere.map((q) => ask(q)) },
    {
      name: 'two words, each in nearly all',
      questions: everywhere.map((q, n) => ask(`${q} ${next(everywhere, n + 7)}`)),
    },
    { name: 'words side by side, in some', questions: everywhere.map((q, n) => ask(`${next(VERBS, n)}${q}`)) },
    { name: 'a number in one title', questions: someNumbers.map((number) => ask(`（${number}）`)) },
    {
      name: 'in nearly all, with a filter',
      questions: everywhere.map((q, n) => ask(`${q}${'，'}`, { column: `column-${(n % 16) + 1}`, year })),
    },
    {
      name: 'in nearly all, a late page',
      questions: everywhere.map((q) => ask(`，${next(VERBS, q.length)}${q}`, { page: '50' })),
    },
    { name: 'nowhere', questions: everywhere.map((q) => ask(`${q}饕餮`)) },
    {
      name: 'in traditional characters',
      questions: charactersOf(['黨員學習實訓']).map((q) => ask(`${q}`, { sort: 'date' })),
    },
    { name: 'suggestions', questions: everywhere.map((q) => ask(q.slice(0, 2))), path: '/search/suggest' },
  ]
}
