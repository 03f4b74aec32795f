import type { z } from 'zod'
import { refuse } from '../content-api/refuse'
import type { MemberContext } from './add-routes'

const fieldsOf = (error: z.ZodError) => [...new Set(error.issues.map(({ path }) => path.join('.')))]

/** What was sent, or a refusal that names the fields that are wrong. */
export function bodyOf<Schema extends z.ZodType>(ctx: MemberContext, schema: Schema): z.infer<Schema> {
  const body = schema.safeParse(ctx.request.body ?? {})
  return body.success ? body.data : refuse('BAD_REQUEST', { fields: fieldsOf(body.error) })
}

export function queryOf<Schema extends z.ZodType>(ctx: MemberContext, schema: Schema): z.infer<Schema> {
  const query = schema.safeParse(ctx.query)
  return query.success ? query.data : refuse('BAD_REQUEST', { fields: fieldsOf(query.error) })
}
