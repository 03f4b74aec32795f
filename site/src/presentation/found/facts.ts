/** The named facts that the standard for government sites wants on every page (国办发〔2017〕47号，附件 3). */
import { titleOf } from '../../content/cards.ts'
import type { ColumnEntry } from '../../content/navigation.ts'
import { documentById } from '../../content/queries/documents.ts'
import type { SiteSettings } from '../../content/queries/site.ts'
import { absoluteUrl } from '../../content/site-url.ts'
import { dayAndTime } from '../dates.ts'
import { keywordsOf, type Subject } from './subject.ts'

const columnTypes: Record<ColumnEntry['kind'], string> = {
  article: '工作动态',
  speech: '领导讲话',
  policy: '政策文件',
  lesson: '学习教育',
  micropost: '工作动态',
  representative: '机构人员',
  link: '网站链接',
  guide: '办事服务',
  contact: '互动交流',
}

type Facts = Record<string, string | null | undefined>

const ofColumn = ({ documentId, name, kind }: ColumnEntry, hasPost: boolean): Facts => ({
  ColumnName: name,
  ColumnType: columnTypes[kind],
  // On the column's own page alone: a new introduction must not render each of its posts.
  ...(!hasPost && { ColumnDescription: documentById('column', documentId)?.intro, ColumnKeywords: name }),
})

const ofPost = (post: NonNullable<Subject['post']>, url: string): Facts => ({
  ArticleTitle: titleOf(post),
  PubDate: dayAndTime(post.displayDate),
  ContentSource: post.source,
  Keywords: keywordsOf(post).join(','),
  Author: 'author' in post ? post.author : post.kind === 'speech' ? post.speaker : null,
  Url: url,
})

/** @param url of the page, absolute */
export const factsOf = ({ column, post }: Subject, { siteName, siteIdCode }: SiteSettings, url: string): Facts => ({
  SiteName: siteName,
  SiteDomain: new URL(absoluteUrl('/')).host,
  SiteIDCode: siteIdCode,
  ...(column && ofColumn(column, post !== undefined)),
  ...(post && ofPost(post, url)),
})
