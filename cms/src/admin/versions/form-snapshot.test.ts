import { expect, it } from 'vitest'
import type { FieldFacts } from '../../domain/versions/fields'
import { formSnapshot, titlesInForm } from './form-snapshot'

const fields: FieldFacts[] = [
  { name: 'title', label: '标题', type: 'text' },
  { name: 'tags', label: '标签', type: 'relation' },
  { name: 'column', label: '栏目', type: 'relation' },
  { name: 'cover', label: '封面图', type: 'media' },
  { name: 'attachments', label: '附件', type: 'media' },
  { name: 'offices', label: '各办公室', type: 'component' },
]
const related = (documentId: string, label = '') => ({ id: 7, apiData: { documentId }, label })

it('says what the form says', () => {
  const values = {
    title: '标题',
    tags: { connect: [related('c', '新标签')], disconnect: [related('a')] },
    column: { connect: [], disconnect: [] },
    cover: { id: 1, name: 'a.jpg', url: '/uploads/a.jpg', hash: 'a', size: 2, alternativeText: '图' },
    attachments: [{ id: 2, name: 'b.docx', url: '/uploads/b.docx', contentHash: 'b' }],
  }
  expect(formSnapshot(values, fields, { tags: ['a', 'b'], column: 'x' })).toEqual({
    title: '标题',
    tags: ['b', 'c'],
    column: ['x'],
    cover: { id: 1, name: 'a.jpg', url: '/uploads/a.jpg', content: 'a:2' },
    attachments: [{ id: 2, name: 'b.docx', url: '/uploads/b.docx', content: 'b' }],
    offices: null,
  })
  expect(titlesInForm(values, fields)).toEqual({ c: '新标签' })
})

it('takes what stands in a relation and was chosen anew as standing once', () => {
  const values = { column: { connect: [related('x')], disconnect: [related('x')] } }
  expect(formSnapshot(values, fields, { column: 'x' })).toMatchObject({ column: ['x'] })
})
