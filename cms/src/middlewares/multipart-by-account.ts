/** Files are received onto the disk before a route asks who sends them: whoever shows no credentials at all is refused first. */
import { errors } from '@strapi/utils'
import type { Context, Next } from 'koa'

export default () => (ctx: Context, next: Next) => {
  if (!ctx.is('multipart') || ctx.get('authorization') !== '') return next()
  // what is still on its way is not waited for
  ctx.set('Connection', 'close')
  throw new errors.UnauthorizedError()
}
