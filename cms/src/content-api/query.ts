/** A public query string, checked against the allow-list and turned into parameters for the document service. */
import { z } from 'zod'
import type { Allowed } from './allowed'

const MAX_PAGE_SIZE = 100
const MAX_VALUE_LENGTH = 200
const MAX_LIST = 100
const OPERATORS = [
  '$eq',
  '$eqi',
  '$ne',
  '$in',
  '$contains',
  '$containsi',
  '$startsWith',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
] as const

const value = z.string().max(MAX_VALUE_LENGTH)
const list = z.union([value.transform((one) => [one]), z.array(value).max(MAX_LIST)])
const operators = z.strictObject(Object.fromEntries(OPERATORS.map((name) => [name, z.union([value, list])]))).partial()
const condition = z.union([value, operators])

/** `a,b` and `[a, b]` alike; qs turns long arrays into objects, so both come in. */
const names = (allowedNames: readonly string[]) =>
  z
    .union([z.string(), z.array(z.string()), z.record(z.string(), z.string())])
    .transform((given) => (typeof given === 'string' ? given.split(',') : Object.values(given)))
    .refine((given) => given.every((name) => allowedNames.includes(name)))

function filtersOf(allowed: Allowed) {
  const shape: Record<string, z.ZodType> = {}
  const nested = new Map<string, Record<string, z.ZodType>>()
  for (const path of allowed.filters) {
    const [first, second] = path.split('.')
    if (second) nested.set(first, { ...nested.get(first), [second]: condition.optional() })
    else shape[first] = condition.optional()
  }
  for (const [relation, fields] of nested) shape[relation] = z.strictObject(fields).optional()
  const one = z.strictObject({ ...shape, documentId: condition.optional() })
  return one.extend({ $and: z.array(one).max(MAX_LIST).optional(), $or: z.array(one).max(MAX_LIST).optional() })
}

const populateNames = (allowed: Allowed) => {
  const known = Object.keys(allowed.populate)
  return z
    .union([
      z.string(),
      z.array(z.string()),
      z.record(z.string(), z.union([z.literal('true'), z.literal('*'), z.string()])),
    ])
    .transform((given) => {
      if (given === '*' || given === 'true') return known
      if (typeof given === 'string') return given.split(',')
      return Array.isArray(given)
        ? given
        : Object.keys(given).every((key) => /^\d+$/.test(key))
          ? Object.values(given)
          : Object.keys(given)
    })
    .refine((given) => given.every((name) => known.includes(name)))
}

function sortOf(allowed: Allowed) {
  const terms = allowed.sort.flatMap((name) => [name, `${name}:asc`, `${name}:desc`])
  return names(terms)
}

const count = (max: number) => z.coerce.number().int().min(1).max(max)
const pagination = z.strictObject({
  page: count(1_000_000).default(1),
  pageSize: count(MAX_PAGE_SIZE).default(20),
  withCount: z.enum(['true', 'false']).optional(),
})

export function querySchema(allowed: Allowed) {
  return z.strictObject({
    fields: names([...allowed.fields, 'documentId']).optional(),
    filters: filtersOf(allowed).optional(),
    sort: sortOf(allowed).optional(),
    populate: populateNames(allowed).optional(),
    pagination: pagination.optional(),
    /** only what is published is ever read: other values are refused, not ignored */
    status: z.literal('published').optional(),
    locale: z.never().optional(),
  })
}

export type PublicQuery = z.infer<ReturnType<typeof querySchema>>
