import { describe, expect, it } from 'vitest'
import type { Kind } from '../content/kinds'
import { type Around, arrange } from './arrange'
import type { Draft } from './complete-draft'

const column = (documentId: string, change: object = {}): Draft => ({
  ...{ documentId, slug: documentId, name: `栏目${documentId}`, kind: 'article', visible: true },
  ...change,
})
const news = column('news')
const hidden = column('hidden', { visible: false })
const policies = column('policies', { kind: 'policy' })
const dues = column('dues', { kind: 'guide' })
const links = column('links', { kind: 'link' })

const around = (change: Partial<Around> = {}): Around => ({
  columns: [hidden, news, policies, dues, links],
  slugTaken: false,
  tagged: null,
  ...change,
})

const article = (change: object = {}): Draft => ({
  ...{ documentId: 'a', slug: 'a', title: '题', body: '文', column: 'news' },
  ...change,
})

const laidOf = ({ documents }: ReturnType<typeof arrange>, kind: Kind) =>
  documents.find((laid) => laid.kind === kind)?.document

describe('a post', () => {
  it('stands in its column', () => {
    const arrangement = arrange('article', article(), around())
    expect(arrangement).toEqual({
      documents: [
        { kind: 'column', document: news },
        { kind: 'article', document: article() },
      ],
      target: { kind: 'article', documentId: 'a' },
      notes: [],
    })
  })

  it('stands in its hidden column as if that were shown', () => {
    const arrangement = arrange('article', article({ column: 'hidden' }), around())
    expect(laidOf(arrangement, 'column')).toEqual({ ...hidden, visible: true })
    expect(arrangement.notes).toEqual([expect.stringContaining('没有设为显示')])
  })

  it.each([
    ['without a column', null, '还没有选择栏目；这里暂时放在“栏目news”里。'],
    [
      'in a column of another kind',
      'policies',
      '栏目“栏目policies”不收这类内容，请另选栏目；这里暂时放在“栏目news”里。',
    ],
    ['in a column that is gone', 'gone', '还没有选择栏目；这里暂时放在“栏目news”里。'],
  ])('%s stands in the first that is shown', (_name, chosen, note) => {
    const arrangement = arrange('article', article({ column: chosen }), around())
    expect(laidOf(arrangement, 'article')?.column).toBe('news')
    expect(arrangement.notes).toEqual([note])
  })

  it('has no page where there is no column at all', () => {
    const { target, notes } = arrange('speech', article({ column: null }), around())
    expect([target, notes.join()]).toEqual([null, expect.stringContaining('也没有可用的栏目')])
  })

  it('that lacks what publishing asks for is filled, and says what', () => {
    const arrangement = arrange('article', article({ title: null, body: '', slug: null }), around())
    expect(laidOf(arrangement, 'article')).toMatchObject({ title: '（还没有标题）', body: '', slug: 'a' })
    expect(arrangement.notes).toEqual(['还没有填写：标题、正文。'])
  })

  it('whose address another holds has one of its own', () => {
    const arrangement = arrange('article', article({ slug: 'taken' }), around({ slugTaken: true }))
    expect(laidOf(arrangement, 'article')?.slug).toBe('a')
    expect(arrangement.notes).toEqual([expect.stringContaining('网址短名')])
  })
})

describe('other kinds', () => {
  const entry = (change: object = {}): Draft => ({
    documentId: 'x',
    name: '名',
    title: '题',
    body: '文',
    slug: 'x',
    ...change,
  })

  it.each<[string, Kind, Draft, object]>([
    ['a free page', 'page', entry({ column: null }), { kind: 'page', documentId: 'x' }],
    ['a guide', 'page', entry({ column: 'dues' }), { kind: 'page', documentId: 'x' }],
    ['a column', 'column', hidden, { kind: 'column', documentId: 'hidden' }],
    ['the settings', 'site-setting', entry(), { kind: 'site-setting', documentId: 'x' }],
    ['a link', 'link', entry({ url: 'https://example.org/', order: 1 }), { kind: 'column', documentId: 'links' }],
    ['a group of links', 'link-group', entry(), { kind: 'column', documentId: 'links' }],
  ])('%s is shown', (_name, kind, document, target) => {
    expect(arrange(kind, document, around()).target).toEqual(target)
  })

  it('a tag is shown on a post that carries it', () => {
    const tagged = { kind: 'article', document: article() } as const
    expect(arrange('tag', entry(), around({ tagged })).target).toEqual({ kind: 'article', documentId: 'a' })
    expect(arrange('tag', entry(), around()).notes).toEqual([expect.stringContaining('标签')])
  })

  it('what has nowhere to appear says what is missing', () => {
    const { target, notes } = arrange('contact', entry({ offices: [{ name: null }] }), around())
    expect([target, notes]).toEqual([null, ['门户还没有“联系我们”栏目，暂时没有地方显示。']])
  })

  it('contact details may name an office later', () => {
    const columns = [column('contact', { kind: 'contact' })]
    const arrangement = arrange('contact', entry({ offices: [{ name: null, phone: '1' }] }), around({ columns }))
    expect(laidOf(arrangement, 'contact')?.offices).toEqual([{ name: '', phone: '1' }])
  })
})
