/**
 * While an entry is being saved, Strapi shows it as saved already, and takes that back when the server refuses: with it goes
 * everything that was typed since the last save. Without that preview the form keeps its text, and loses nothing else,
 * because it is set anew from the server's answer in any case.
 */
import type { StrapiApp } from '@strapi/strapi/admin'

type StoreMiddleware = Parameters<StrapiApp['addMiddlewares']>[0][number]

const PREVIEWED = 'adminApi/queries/queryResultPatched'
const ENTRY = /^getDocument\(/

function isPreviewOfSaving({ type, payload }: { type: string; payload?: { queryCacheKey?: string } }) {
  return type === PREVIEWED && ENTRY.test(payload?.queryCacheKey ?? '')
}

export const keepTypedText: StoreMiddleware = () => () => (next) => (action) =>
  isPreviewOfSaving(action) ? action : next(action)
