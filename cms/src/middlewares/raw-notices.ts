/** A notice is signed as the bytes that came: they are kept, and the body parser finds nothing to parse. */
import { errors } from '@strapi/utils'
import type { Context, Next } from 'koa'
import getRawBody from 'raw-body'

/** the router ignores case as well */
const NOTICE = /^\/api\/payments\/[^/]+\/notify\/?$/i
/** real ones are below 4 KB */
const MAX_NOTICE_BYTES = 64 * 1024
const TOO_LARGE = 413

async function readWhole(ctx: Context): Promise<Buffer> {
  try {
    return await getRawBody(ctx.req, { length: ctx.get('content-length') || null, limit: MAX_NOTICE_BYTES })
  } catch (error) {
    // what is still on its way is not waited for
    ctx.set('Connection', 'close')
    throw (error as { status?: number }).status === TOO_LARGE
      ? new errors.PayloadTooLargeError()
      : new errors.ValidationError('incomplete request')
  }
}

export default () => async (ctx: Context, next: Next) => {
  if (ctx.method !== 'POST' || !NOTICE.test(ctx.path)) return next()
  ctx.state.rawBody = await readWhole(ctx)
  delete ctx.req.headers['content-type']
  return next()
}
