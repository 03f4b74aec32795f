/**
 * What a password must be. NIST SP 800-63B asks for length and for a look into lists of stolen passwords, and for no forced
 * change; 等保 (GB/T 22239) asks for complexity as well: two kinds of characters, unless it is long. The estimate counts
 * guesses: dictionary words, names of keys, dates, repetitions and what a stranger knows of the person cost few.
 */
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

export const MIN_CHARACTERS = 10
/** a pass phrase is fine; a novel is an attack on the server */
export const MAX_CHARACTERS = 128
const LONG_ENOUGH_WITHOUT_KINDS = 16
const KINDS_ASKED = 2
/** of 0 to 4: more than a hundred million guesses */
const SCORE_ASKED = 3
/** the estimate takes longer with every character; what follows can only make a password better */
const ESTIMATED_CHARACTERS = 64
/** parts of what others know shorter than this say nothing */
const TELLING_CHARACTERS = 4

export const passwordProblems = ['TOO_SHORT', 'TOO_LONG', 'TOO_FEW_KINDS', 'KNOWN', 'CONTAINS_OWN'] as const
export type PasswordProblem = (typeof passwordProblems)[number]

export const problemWords: Record<PasswordProblem, string> = {
  TOO_SHORT: `密码至少要有 ${MIN_CHARACTERS} 个字符。`,
  TOO_LONG: `密码不能超过 ${MAX_CHARACTERS} 个字符。`,
  TOO_FEW_KINDS: `密码要同时有字母、数字、符号中的两种；${LONG_ENOUGH_WITHOUT_KINDS} 个字符以上的不限。`,
  KNOWN: '这个密码太容易被猜到（常见密码、连续或重复的字符、日期等），请换一个。',
  CONTAINS_OWN: '密码里不能有您的学号/工号、手机号或姓名。',
}

/** words of our surroundings that no list of foreign passwords has */
const ours = [
  'dangjian',
  'dangyuan',
  'dangfei',
  'dangzhibu',
  'gongchandang',
  'zhonggong',
  'woaini',
  'woaizuguo',
  'zhongguo',
]
  .concat([
    'mima',
    'xuexi',
    'qiangguo',
    'xuexiqiangguo',
    'zhihui',
    'jiaotong',
    'xuexiao',
    'xuesheng',
    'laoshi',
    'beijing',
  ])
  .concat(['jiandang', 'guoqing', 'xinnian', 'kuaile', 'shengri', 'wodemima', 'nihao', 'haha', 'aini', 'lianxiang'])

const estimator = new ZxcvbnFactory({
  dictionary: { ...dictionary, ours },
  graphs: adjacencyGraphs,
  useLevenshteinDistance: false,
})

const kinds = [/\p{L}/u, /\p{N}/u, /[^\p{L}\p{N}]/u]

/** One writing for what people type on different keyboards; what is hashed is this. */
export const plainPassword = (typed: string) => typed.normalize('NFKC')

/** @param own what others know of the person: number, name, phone. @returns everything that is wrong at once */
export function checkPassword(typed: string, own: readonly (string | null)[]): PasswordProblem[] {
  const password = plainPassword(typed)
  const characters = [...password]
  if (characters.length > MAX_CHARACTERS) return ['TOO_LONG']
  const problems: PasswordProblem[] = []
  if (characters.length < MIN_CHARACTERS) problems.push('TOO_SHORT')
  const hasKinds = kinds.filter((kind) => kind.test(password)).length >= KINDS_ASKED
  if (!hasKinds && characters.length < LONG_ENOUGH_WITHOUT_KINDS) problems.push('TOO_FEW_KINDS')
  const known = own
    .flatMap((text) => text ?? [])
    .filter((text) => text.length >= TELLING_CHARACTERS || /\p{Script=Han}{2}/u.test(text))
  if (known.some((text) => password.toUpperCase().includes(text.toUpperCase()))) problems.push('CONTAINS_OWN')
  const estimate = estimator.check(characters.slice(0, ESTIMATED_CHARACTERS).join(''), [...known])
  if (estimate.score < SCORE_ASKED) problems.push('KNOWN')
  return problems
}
