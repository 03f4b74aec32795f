/** How a request ended: what it answered, or what it threw for the error middleware to answer. */
import { errors } from '@strapi/utils'
import type { Context } from 'koa'
import type { Result } from '../../domain/audit/entry'

export type Outcome = { status: number; result: Result; code: string | null }

type Thrown = { status?: number; name?: string; details?: { code?: string } | null }
type Answer = { error?: { name?: string; details?: { code?: string } | null } } | null

const STATUS_OF: [new (...values: never[]) => Error, number][] = [
  [errors.UnauthorizedError, 401],
  [errors.ForbiddenError, 403],
  [errors.NotFoundError, 404],
  [errors.RateLimitError, 429],
  [errors.PayloadTooLargeError, 413],
  [errors.ApplicationError, 400],
]

function statusOf(error: unknown): number {
  const { status } = error as Thrown
  if (typeof status === 'number') return status
  return STATUS_OF.find(([type]) => error instanceof type)?.[1] ?? 500
}

const SERVER_ERROR = 500
const CLIENT_ERROR = 400

function outcomeOf(status: number, code: string | null): Outcome {
  if (status < CLIENT_ERROR) return { status, result: 'ok', code: null }
  return { status, result: status < SERVER_ERROR ? 'refused' : 'failed', code: code ?? `HTTP ${status}` }
}

export function outcomeOfError(error: unknown): Outcome {
  const { details, name } = error as Thrown
  const status = statusOf(error)
  return outcomeOf(status, details?.code ?? (status < SERVER_ERROR ? (name ?? null) : null))
}

export function outcomeOfAnswer(ctx: Context): Outcome {
  const { error } = ((ctx.body ?? null) as Answer) ?? {}
  return outcomeOf(ctx.status, error?.details?.code ?? error?.name ?? null)
}
