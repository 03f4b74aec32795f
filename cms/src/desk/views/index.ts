import { article } from './article'
import { contact, office } from './contact'
import { lesson } from './lesson'
import { link, linkGroup } from './links'
import { member } from './member'
import { micropost } from './micropost'
import { page } from './page'
import { policy } from './policy'
import { representative } from './representative'
import { siteSetting } from './site-setting'
import { speech } from './speech'
import { column, tag, topic } from './structure'
import type { ComponentView, Field, View } from './view'
import { wording } from './wording'

export const views: View[] = [
  article,
  speech,
  policy,
  lesson,
  micropost,
  representative,
  page,
  link,
  linkGroup,
  column,
  topic,
  tag,
  wording,
  contact,
  siteSetting,
  member,
]

export const componentViews: ComponentView[] = [office]

/** Attributes that Strapi adds to every type. */
export const systemFields: Record<string, Field> = {
  id: { label: '编号' },
  documentId: { label: '条目编号' },
  createdAt: { label: '创建时间' },
  updatedAt: { label: '更新时间' },
  publishedAt: { label: '发布时间' },
  createdBy: { label: '创建者' },
  updatedBy: { label: '更新者' },
  locale: { label: '语言' },
}
