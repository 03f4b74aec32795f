import type { Context } from 'koa'
import { WORKBOOK_TYPE } from './write-workbook'

/** @returns the body of the answer, which the route gives back */
export function sendWorkbook(ctx: Context, name: string, file: Buffer): Buffer {
  ctx.set('Cache-Control', 'no-store')
  ctx.set(
    'Content-Disposition',
    `attachment; filename="roster.xlsx"; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`,
  )
  ctx.type = WORKBOOK_TYPE
  return file
}
