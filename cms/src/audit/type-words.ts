import type { Core, UID } from '@strapi/types'
import { subjectWords } from '../domain/audit/words'

/** Content types are called as the desk calls them. */
export const typeWordsIn = (strapi: Core.Strapi) => (uid: string) =>
  subjectWords[uid] ?? strapi.contentTypes[uid as UID.ContentType]?.info.displayName ?? uid
