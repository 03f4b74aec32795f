/** Writing through the content API takes a token that was issued in the desk; members' log-ins never write content. */
import { errors } from '@strapi/utils'
import type { Context } from 'koa'

export default (context: Context) => {
  const strategy = (context.state as { auth?: { strategy?: { name?: string } } }).auth?.strategy?.name
  if (strategy === 'content-api-token') return true
  throw new errors.ForbiddenError()
}
