/** A file that somebody still uses is not deleted: not alone, not with others, not with its folder, not by the API. */
import type { Core } from '@strapi/types'
import { errors } from '@strapi/utils'
import { uidOf } from '../domain/content/kinds'
import { refusals } from '../domain/content/refusals'
import { type Place, placesOfFiles } from '../stores/places-of-files'

const NAMED = 5
const LISTED = 50

const nameOf = (strapi: Core.Strapi, { kind, title, isPublic }: Place) =>
  `《${title ?? '无标题'}》（${strapi.contentType(uidOf(kind)).info.displayName}${isPublic ? '，已发布' : '，草稿'}）`

/** @throws FILE_IN_USE with the places in its sentence and in its details */
export async function refuseInUse(strapi: Core.Strapi, files: readonly { id: number; url: string }[]) {
  const places = await placesOfFiles(strapi, files)
  if (places.length === 0) return
  const named = [...new Set(places.map((place) => nameOf(strapi, place)))]
  const more = named.length > NAMED ? `等 ${named.length} 处` : ''
  const message = `${refusals.FILE_IN_USE}用到它的地方：${named.slice(0, NAMED).join('、')}${more}。`
  throw new errors.ValidationError(message, { code: 'FILE_IN_USE', places: places.slice(0, LISTED) })
}
