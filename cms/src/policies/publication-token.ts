import { createHash, timingSafeEqual } from 'node:crypto'
import { errors } from '@strapi/utils'
import type { Context } from 'koa'
import { readEnvironment } from '../environment'

const digest = (text: string) => createHash('sha256').update(text).digest()

export default (context: Context) => {
  const [scheme, token = ''] = (context.request.get('authorization') ?? '').split(' ')
  if (/^bearer$/i.test(scheme) && timingSafeEqual(digest(token), digest(readEnvironment().PUBLICATION_TOKEN)))
    return true
  throw new errors.UnauthorizedError()
}
