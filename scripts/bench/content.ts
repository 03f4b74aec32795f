/** Made-up content of any size, the same at every run: posts of about 2,000 Chinese characters in 16 columns. */

export const BENCH_COLUMNS = 16
const CHARACTERS = 2000
const FIRST_DAY = Date.UTC(2010, 0, 1)
const MINUTES_APART = 80

const WORDS =
  '党支部 组织生活 主题党日 学习教育 交通强国 专业建设 实训基地 工匠精神 师德师风 思政课程 立德树人 校企合作 志愿服务 党员教师 青年学生 基层党建 作风建设 廉洁自律 民主评议 谈心谈话 发展党员 入党积极分子 理论学习 中心组 宣讲团 红色资源 先锋岗 责任区 攻坚克难 产教融合 公路养护 桥梁检测 轨道交通 智慧物流 安全生产 乡村振兴 结对帮扶 就业指导 技能大赛 课堂教学'.split(
    ' ',
  )
const VERBS = '推进 落实 开展 组织 完善 深化 总结 部署 检查 交流 学习 研究 带动 服务 建立 巩固'.split(' ')
const LINKS = '把 使 同 与 围绕 结合 通过 按照 根据 为了'.split(' ')

/** A small generator of our own (mulberry32): one seed, one text, on every machine. */
function randomFrom(seed: number) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function pick(random: () => number, from: readonly string[]): string {
  return from[Math.floor(random() * from.length)] ?? ''
}

function sentence(random: () => number): string {
  const clause = () => `${pick(random, LINKS)}${pick(random, WORDS)}${pick(random, VERBS)}${pick(random, WORDS)}`
  return `${clause()}，${pick(random, VERBS)}${pick(random, WORDS)}，${clause()}。`
}

function paragraph(random: () => number): string {
  const sentences = Array.from({ length: 4 + Math.floor(random() * 4) }, () => sentence(random))
  const kind = random()
  if (kind < 0.1) return sentences.map((text) => `- ${text}`).join('\n')
  if (kind < 0.2) return `**${pick(random, WORDS)}。**${sentences.join('')}`
  if (kind < 0.25)
    return `${sentences.join('')}详见[${pick(random, WORDS)}](https://www.example.edu.cn/${Math.floor(random() * 1e6)})。`
  return sentences.join('')
}

export function benchBody(seed: number): string {
  const random = randomFrom(seed)
  const parts: string[] = []
  for (let length = 0; length < CHARACTERS; ) {
    if (parts.length % 5 === 2) parts.push(`## ${pick(random, VERBS)}${pick(random, WORDS)}`)
    const next = paragraph(random)
    parts.push(next)
    length += next.length
  }
  return parts.join('\n\n')
}

export type BenchColumn = ReturnType<typeof benchColumn>

/** @param n from 0 */
export function benchColumn(n: number) {
  const modules = ['portal', 'dynamics', 'vanguard', 'organization', 'ideas'] as const
  return {
    documentId: `benchcolumn${String(n).padStart(3, '0')}`,
    slug: `column-${n + 1}`,
    name: `栏目${n + 1}`,
    module: modules[n % modules.length] ?? 'portal',
    order: n,
    kind: 'article' as const,
    intro: null,
    pageSize: 20,
  }
}

export const benchColumns = () => Array.from({ length: BENCH_COLUMNS }, (_, n) => benchColumn(n))

export type BenchArticle = ReturnType<typeof benchArticle>

/** @param n from 0, oldest first; what the CMS and the read model have in common of an article */
export function benchArticle(n: number) {
  const random = randomFrom(n + 1_000_003)
  return {
    documentId: `bencharticle${String(n).padStart(8, '0')}`,
    slug: `post-${n}`,
    column: benchColumn(n % BENCH_COLUMNS).documentId,
    title: `${pick(random, VERBS)}${pick(random, WORDS)}，${pick(random, VERBS)}${pick(random, WORDS)}（${n}）`,
    summary: sentence(random),
    displayDate: new Date(FIRST_DAY + n * MINUTES_APART * 60_000).toISOString(),
    source: '党委宣传部',
    responsibleEditor: '韩知秋',
    body: benchBody(n),
  }
}
