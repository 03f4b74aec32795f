/** One run of the sample: what was made so far by name, and how the sample's names become ids and addresses. */
import type { Core } from '@strapi/types'
import { z } from 'zod'
import type { Reviewers } from './reviewers.ts'
import type { SampleMedia } from './sample-media.ts'
import { resolveReferences } from './sample-references.ts'

type Data = Record<string, unknown>
export type Ids = Map<string, string>

const FILE_FIELDS = ['cover', 'video', 'audio', 'handout', 'captions', 'photo', 'logo', 'map']
const FILE_LIST_FIELDS = ['attachments', 'pictures']
const TEXT_FIELDS = ['body', 'transcript', 'interpretation']
/** keys of the sample files that are not attributes */
const NOT_ATTRIBUTES = ['captions_script', 'coverCaption']

export const names = z.array(z.string())

export class Sample {
  readonly strapi: Core.Strapi
  readonly media: SampleMedia
  readonly reviewers: Reviewers
  readonly columns: Ids = new Map()
  readonly tags: Ids = new Map()
  readonly topics: Ids = new Map()
  readonly groups: Ids = new Map()
  readonly representatives: Ids = new Map()
  readonly articles: Ids = new Map()

  constructor(strapi: Core.Strapi, media: SampleMedia, reviewers: Reviewers) {
    this.strapi = strapi
    this.media = media
    this.reviewers = reviewers
  }

  file(name: unknown): number {
    const found = this.media.get(String(name))
    if (!found) throw new Error(`the sample has no file named ${String(name)}`)
    return found.id
  }

  lookUp(ids: Ids, name: unknown): string {
    const id = ids.get(String(name))
    if (!id) throw new Error(`the sample names ${String(name)}, which it does not have`)
    return id
  }

  /** Names become ids, references in texts become addresses. */
  attributes(data: Data): Data {
    const result = Object.fromEntries(Object.entries(data).filter(([key]) => !NOT_ATTRIBUTES.includes(key)))
    for (const key of FILE_FIELDS) if (result[key]) result[key] = this.file(result[key])
    for (const key of FILE_LIST_FIELDS)
      if (result[key]) result[key] = names.parse(result[key]).map((name) => this.file(name))
    for (const key of TEXT_FIELDS) if (result[key]) result[key] = this.resolve(String(result[key]))
    if (result.tags) result.tags = names.parse(result.tags).map((name) => this.lookUp(this.tags, name))
    if (result.column) result.column = this.lookUp(this.columns, result.column)
    if (result.topic) result.topic = this.lookUp(this.topics, result.topic)
    if (result.group) result.group = this.lookUp(this.groups, result.group)
    if (result.representative) result.representative = this.lookUp(this.representatives, result.representative)
    return result
  }

  resolve = (text: string) => resolveReferences(text, this.media, this.articles)

  async create(kind: string, data: Data): Promise<string> {
    const document = await this.strapi.documents(`api::${kind}.${kind}` as never).create({ data: data as never })
    return document.documentId
  }

  async publish(kind: string, documentId: string) {
    await this.reviewers(kind, documentId)
    await this.strapi.documents(`api::${kind}.${kind}` as never).publish({ documentId } as never)
  }

  async createPublished(kind: string, data: Data): Promise<string> {
    const documentId = await this.create(kind, this.attributes(data))
    await this.publish(kind, documentId)
    return documentId
  }
}
