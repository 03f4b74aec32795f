import { expect, it } from 'vitest'
import { readMessage } from './notify.ts'

const message = { title: '党建要闻', body: '标题', url: '/news/a/', tag: 'article-a' }

it('reads what the portal sends', () => expect(readMessage(JSON.stringify(message))).toEqual(message))

it.each([undefined, '', 'text', '[]', 'null', '{"title":1}'])('says something general for %j', (text) => {
  expect(readMessage(text)).toMatchObject({ title: '有新稿件', url: '/' })
})

it.each([
  'https://elsewhere.example/',
  '//elsewhere.example/',
  '/\\elsewhere.example/',
  'javascript:alert(1)',
  7,
])('never leads to %j', (url) => expect(readMessage(JSON.stringify({ ...message, url })).url).toBe('/'))
