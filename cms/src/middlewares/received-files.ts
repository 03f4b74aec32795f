/** Strapi removes the files of a request that went well; those of a refused one would stay. */
import fs from 'node:fs/promises'
import type { Context, Next } from 'koa'

type Received = { filepath?: string }

const filesOf = (ctx: Context): Received[] =>
  Object.values((ctx.request as unknown as { files?: Record<string, Received | Received[]> }).files ?? {}).flat()

export default () => async (ctx: Context, next: Next) => {
  try {
    await next()
  } finally {
    await Promise.all(filesOf(ctx).map(({ filepath }) => filepath && fs.rm(filepath, { force: true })))
  }
}
