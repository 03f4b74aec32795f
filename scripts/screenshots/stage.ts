/** What the pictures show: a week at the desk, done by its people through the desk's own requests before the first picture is taken. */
import { type APIRequestContext, request } from '@playwright/test'
import type { Account } from '../../site/e2e/setup/first-login.ts'

const WRITER = '撰稿人'
const REVIEWERS = ['责任编辑（初审）', '部门负责人（复审）', '分管领导（终审）'] as const
const ADMINISTRATOR = '平台管理员'
const DAY_MS = 24 * 3_600_000
const BEIJING_MS = 8 * 3_600_000
const DAY_LENGTH = '2026-11-26'.length

type Entry = { documentId: string }
/** The posts by what has become of them. */
export type Staged = Record<'written' | 'wrong' | 'returned' | 'planned', Entry>

class Person {
  private readonly context: APIRequestContext

  private constructor(context: APIRequestContext) {
    this.context = context
  }

  static async logIn(origin: string, { email, password }: Account): Promise<Person> {
    const stranger = await request.newContext({ baseURL: origin })
    const answer = await stranger.post('/admin/login', { data: { email, password } })
    if (!answer.ok()) throw new Error(`${email} cannot log in: ${await answer.text()}`)
    const { data } = (await answer.json()) as { data: { token: string } }
    return new Person(
      await request.newContext({ baseURL: origin, extraHTTPHeaders: { authorization: `Bearer ${data.token}` } }),
    )
  }

  private async send<Answer>(method: 'GET' | 'POST' | 'PUT', url: string, data?: object): Promise<Answer> {
    const answer = await this.context.fetch(url, { method, ...(data ? { data } : {}) })
    if (!answer.ok()) throw new Error(`${method} ${url}: ${answer.status()} ${await answer.text()}`)
    return (await answer.json()) as Answer
  }

  async write(data: object, documentId = ''): Promise<Entry> {
    const url = `/content-manager/collection-types/api::article.article/${documentId}`
    const { data: entry } = await this.send<{ data: Entry }>(documentId ? 'PUT' : 'POST', url, data)
    return entry
  }

  async column(slug: string) {
    const url = `/content-manager/collection-types/api::column.column?filters[slug][$eq]=${slug}`
    const { results } = await this.send<{ results: (Entry & { id: number })[] }>('GET', url)
    return { connect: results.map(({ id, documentId }) => ({ id, documentId })), disconnect: [] }
  }

  async act(name: 'submit' | 'approve' | 'return', { documentId }: Entry, said: object): Promise<void> {
    const url = `/admin/review/documents/api::article.article/${documentId}`
    const { data } = await this.send<{ data: { fingerprint: string } }>('GET', url)
    await this.send('POST', `${url}/${name}`, { fingerprint: data.fingerprint, ...said })
  }

  async plan({ documentId }: Entry, plan: { publishAt: Date; unpublishAt: Date | null }): Promise<void> {
    await this.send('PUT', `/admin/schedules/documents/api::article.article/${documentId}`, plan)
  }
}

/** In Beijing, at that hour, so many days from now. */
const atHour = (days: number, hour: string) => {
  const day = new Date(Date.now() + days * DAY_MS + BEIJING_MS).toISOString().slice(0, DAY_LENGTH)
  return new Date(`${day}T${hour}:00+08:00`)
}

export async function setStage(origin: string, accounts: readonly Account[]): Promise<Staged> {
  const as = (role: string) => {
    const account = accounts.find((one) => one.role === role)
    if (!account) throw new Error(`the sample has no account for ${role}`)
    return Person.logIn(origin, account)
  }
  const writer = await as(WRITER)
  const reviewers = [await as(REVIEWERS[0]), await as(REVIEWERS[1]), await as(REVIEWERS[2])]
  const administrator = await as(ADMINISTRATOR)
  const [cadres, news] = [await writer.column('cadres'), await writer.column('news')]

  const body =
    '十一月以来，实训基地开展安全月活动，共查出隐患十二处。\n\n## 主要做法\n\n1. 每周一次全面检查；\n2. 每项隐患写明责任人和整改时限。\n\n> 安全是实训教学的底线。\n\n| 场地 | 隐患 | 已整改 |\n| --- | ---: | ---: |\n| 道桥检测 | 7 | 6 |\n| 汽车维修 | 5 | 5 |\n'
  const common = { source: '党委组织部', responsibleEditor: '田禾', author: '周砚' }
  const first = { ...common, title: '实训基地安全月小结', column: cadres, body }
  const written = await writer.write(first)
  const mended = { title: '实训基地安全月总结', subtitle: '查出隐患十二处，已整改十一处' }
  await writer.write(
    { ...mended, body: body.replace('每周一次全面检查', '每周一次全面检查，每日一次巡查') },
    written.documentId,
  )
  await writer.act('submit', written, { note: '请在周五前审核' })

  const wrong = await writer.write({
    title: '党风廉正教育月安排',
    column: news,
    body: '请按陕交院党【2026】012号执行，联系人身份证号 11010519491231002X。\n\n#### 时间\n\n本周五下午。',
  })

  const returned = await writer.write({
    ...common,
    ...{ title: '支部书记培训班开班', column: cadres, body: '培训班共有学员四十二人，为期三天。' },
  })
  await writer.act('submit', returned, { note: '' })
  const mark = {
    ...{ type: 'fact', field: 'body', quote: '四十二人', prefix: '共有学员', suffix: '，为期' },
    comment: '请与报名表核对',
  }
  await reviewers[0]?.act('return', returned, { level: 1, note: '人数与报名表不一致，请核对后再送', marks: [mark] })

  const planned = await writer.write({
    ...common,
    ...{ title: '关于做好冬季党员教育的安排', column: cadres, body: '各支部在十二月底前完成集中学习。' },
  })
  await writer.act('submit', planned, { note: '' })
  for (const [index, reviewer] of reviewers.entries()) {
    await reviewer.act('approve', planned, { level: index + 1, note: '同意' })
  }
  await administrator.plan(planned, { publishAt: atHour(1, '08:00'), unpublishAt: atHour(15, '18:00') })
  return { written, wrong, returned, planned }
}
