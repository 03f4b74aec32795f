import type { Core } from '@strapi/types'
import { errors } from '@strapi/utils'
import { describe, expect, it } from 'vitest'
import { refusals } from '../../domain/content/refusals'
import { explainFailure } from './explain-failure'

const explain = (error: unknown) => explainFailure({} as Core.Strapi, { kind: 'article' }, error)
const fieldError = (field: string, message: string) => ({ path: [field], message, name: 'ValidationError' })

describe('why a schedule could not be carried out', () => {
  it('names each field by its label', () => {
    const empty = fieldError('body', 'body must be a `string` type, but the final value was: `null`.')
    const long = fieldError('title', 'title must be at most 150 characters')
    expect(explain(new errors.ValidationError('2 errors occurred', { errors: [empty, long] }))).toEqual({
      code: 'INVALID_FIELDS',
      text: '“正文”还没有填写；“标题”内容太长（最多 150 个字符）。',
    })
  })

  it('keeps the sentence of a refusal', () => {
    const refusal = new errors.ValidationError(refusals.COLUMN_KIND, { code: 'COLUMN_KIND', field: 'column' })
    expect(explain(refusal)).toEqual({ code: 'COLUMN_KIND', text: refusals.COLUMN_KIND })
  })

  it.each([
    ['gone', new errors.NotFoundError('Document not found'), 'NOT_FOUND'],
    ['a fault', new Error('SQLITE_IOERR'), 'UNEXPECTED'],
    ['a refusal in English', new errors.ApplicationError('Something odd'), 'REFUSED'],
  ])('%s has a Chinese sentence', (_name, error, code) => {
    const explained = explain(error)
    expect(explained.code).toBe(code)
    expect(explained.text).toMatch(/^\p{Script=Han}[^a-zA-Z]*$/u)
  })
})
