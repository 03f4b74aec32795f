/**
 * Every save tells the server which save its form began with. After a refusal Strapi would load the entry anew and put
 * that in place of what was typed, or, without a connection, put a page of error there: here the form stays as it is.
 */
import { adminApi } from '@strapi/strapi/admin'
import { BASE_HEADER, writeBase } from '../../domain/versions/form-base'
import { tell } from '../form-events'
import { conflicts as texts } from '../texts/conflicts'
import { baseOf, noteSave } from './bases'
import type { Entry } from './entry'

type Request = { config?: { headers?: Record<string, string> } }
type Refused = { name?: string; message?: string; details?: { code?: string; errors?: unknown[] } }
type Answer = { data?: unknown; error?: Refused }
type Definition = {
  query?: (entry: Entry) => Request
  queryFn?: (
    entry: Entry,
    api: { getState: () => unknown },
    options: unknown,
    baseQuery: (request: Request) => Promise<Answer>,
  ) => Promise<Answer>
  transformResponse?: (data: unknown, meta: unknown, entry: Entry) => unknown
  invalidatesTags?: (result: unknown, error: unknown, ...rest: unknown[]) => unknown
}

/** `fetch` itself failed: nobody answered */
const isUnreachable = ({ name }: Refused) => name === 'TypeError' || name === 'NetworkError'

/** After any other error than this Strapi takes the form for saved, and would not save it again. */
const asRefusal = (error: Refused): Refused => {
  return { ...error, name: 'ValidationError', details: { ...error.details, errors: error.details?.errors ?? [] } }
}

function tellRefusal(error: Refused, entry: Entry, base: string | null): Refused {
  const of = { model: entry.model, documentId: entry.documentId ?? null }
  if (error.details?.code === 'DOCUMENT_CHANGED' && base) tell({ type: 'outdated', base, ...of })
  if (!isUnreachable(error)) return asRefusal(error)
  tell({ type: 'unreachable', ...of })
  return asRefusal({ ...error, message: texts.unreachable })
}

function watch(definition: Definition | undefined) {
  if (!definition?.query) return
  const { query, transformResponse, invalidatesTags } = definition
  definition.query = undefined
  definition.transformResponse = undefined
  definition.queryFn = async (entry, api, _options, baseQuery) => {
    const base = baseOf(api.getState(), entry)
    const request = query(entry)
    const headers: Record<string, string> = base ? { [BASE_HEADER]: writeBase(base.documentId, base.savedAt) } : {}
    const { data, error } = await baseQuery({ ...request, config: { ...request.config, headers } })
    if (error) return { error: tellRefusal(error, entry, base?.savedAt ?? null) }
    noteSave(entry, (data as { data?: { updatedAt?: string } } | undefined)?.data?.updatedAt)
    tell({ type: 'saved', model: entry.model, documentId: entry.documentId ?? null })
    return { data: transformResponse ? transformResponse(data, undefined, entry) : data }
  }
  definition.invalidatesTags = (result, error, ...rest) => (error ? [] : invalidatesTags?.(result, error, ...rest))
}

export function sendBases() {
  const endpoints = { updateDocument: watch, publishDocument: watch, createDocument: watch, cloneDocument: watch }
  adminApi.enhanceEndpoints({ endpoints: endpoints as never })
}
