import { describe, expect, it, vi } from 'vitest'
import { rememberRendered } from './rendered-lately.ts'

const LENGTH = 10
const renderer = () =>
  vi.fn((source: string, { resolve }: { resolve?: (kind: string, documentId: string) => string | null }) => ({
    html: `${source}${resolve?.('article', source) ?? ''}`.padEnd(LENGTH),
    headings: [],
  }))

describe('texts that were rendered lately', () => {
  it('are not rendered again', () => {
    const anew = renderer()
    const render = rememberRendered(anew)
    expect(render('a', {})).toEqual(render('a', {}))
    expect(anew).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['with other files', { media: [{ url: '/uploads/a.pdf', name: 'a.pdf', size: 1 }] }],
    ['with another prefix', { idPrefix: 'i-' }],
  ])('are other ones %s', (_what, context) => {
    const anew = renderer()
    const render = rememberRendered(anew)
    render('a', {})
    render('a', context as never)
    expect(anew).toHaveBeenCalledTimes(2)
  })

  it('ask for their links each time, and change with them', () => {
    const anew = renderer()
    const render = rememberRendered(anew)
    let address = '/one/'
    const resolve = vi.fn(() => address)
    expect(render('a', { resolve }).html).toContain('/one/')
    expect(render('a', { resolve }).html).toContain('/one/')
    expect(resolve).toHaveBeenCalledTimes(2)
    address = '/two/'
    expect(render('a', { resolve }).html).toContain('/two/')
    expect(render('a', { resolve }).html).toContain('/two/')
    expect(anew).toHaveBeenCalledTimes(2)
  })

  it('make room for others, those used longest ago first', () => {
    const anew = renderer()
    const render = rememberRendered(anew, 2 * LENGTH)
    for (const source of ['a', 'b', 'a', 'c', 'a']) render(source, {})
    expect(anew.mock.calls.map(([source]) => source)).toEqual(['a', 'b', 'c'])
    render('b', {})
    expect(anew).toHaveBeenCalledTimes(4)
  })
})
