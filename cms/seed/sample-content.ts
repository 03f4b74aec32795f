/** The sample college: columns, settings and every kind of content, written and published through the document service. */
import path from 'node:path'
import type { Core } from '@strapi/types'
import { z } from 'zod'
import { importPolicies } from '../import/import-policies.ts'
import { StrapiPolicyStore } from '../import/strapi-store.ts'
import { readMarkdown, readYamlList, readYamlRecord, type SampleEntry, sampleDir } from './sample-files.ts'
import { type SampleMedia, uploadSampleMedia } from './sample-media.ts'
import { resolveReferences } from './sample-references.ts'

type Data = Record<string, unknown>
type Ids = Map<string, string>

const FILE_FIELDS = ['cover', 'video', 'audio', 'handout', 'captions', 'photo', 'logo', 'map']
const FILE_LIST_FIELDS = ['attachments', 'pictures']
const TEXT_FIELDS = ['body', 'transcript', 'interpretation']
/** keys of the sample files that are not attributes */
const NOT_ATTRIBUTES = ['captions_script', 'coverCaption']

const names = z.array(z.string())

class Sample {
  readonly strapi: Core.Strapi
  readonly media: SampleMedia
  readonly columns: Ids = new Map()
  readonly tags: Ids = new Map()
  readonly topics: Ids = new Map()
  readonly groups: Ids = new Map()
  readonly representatives: Ids = new Map()
  readonly articles: Ids = new Map()

  constructor(strapi: Core.Strapi, media: SampleMedia) {
    this.strapi = strapi
    this.media = media
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
    await this.strapi.documents(`api::${kind}.${kind}` as never).publish({ documentId } as never)
  }

  async createPublished(kind: string, data: Data): Promise<string> {
    const documentId = await this.create(kind, this.attributes(data))
    await this.publish(kind, documentId)
    return documentId
  }
}

const text = (entry: SampleEntry) => ({ ...entry.data, ...(entry.body ? { body: entry.body } : {}) })

export async function seedColumns(strapi: Core.Strapi): Promise<Ids> {
  const ids: Ids = new Map()
  for (const data of await readYamlList('columns.yaml')) {
    const column = await strapi.documents('api::column.column').create({ data: data as never })
    ids.set(String(data.slug), column.documentId)
  }
  return ids
}

export async function seedSettings(strapi: Core.Strapi, leads: string[], logo: number | null) {
  const { leads: _names, logo: _file, ...settings } = await readYamlRecord('settings.yaml')
  await strapi.documents('api::site-setting.site-setting').create({ data: { ...settings, leads, logo } as never })
}

async function seedTaxonomies(sample: Sample) {
  for (const data of await readYamlList('tags.yaml'))
    sample.tags.set(String(data.name), await sample.create('tag', data))
  for (const data of await readYamlList('topics.yaml')) {
    sample.topics.set(String(data.name), await sample.create('topic', data))
  }
}

/** Articles point to each other: all are created first, then their texts and relations are filled in, then published. */
async function seedArticles(sample: Sample) {
  const entries = await readMarkdown('articles')
  for (const { name, data } of entries) {
    const column = sample.lookUp(sample.columns, name.split('/')[0])
    const { related: _related, ...own } = data
    sample.articles.set(name, await sample.create('article', { ...sample.attributes(own), column, body: '…' }))
  }
  for (const { name, data, body } of entries) {
    const documentId = sample.lookUp(sample.articles, name)
    const related = names.parse(data.related ?? []).map((other) => sample.lookUp(sample.articles, other))
    await sample.strapi
      .documents('api::article.article')
      .update({ documentId, data: { body: sample.resolve(body), related } as never })
  }
  for (const { name } of entries) await sample.publish('article', sample.lookUp(sample.articles, name))
}

async function seedLinks(sample: Sample) {
  const { groups } = z
    .object({
      groups: z.array(
        z.object({ name: z.string(), order: z.number(), links: z.array(z.record(z.string(), z.unknown())) }),
      ),
    })
    .parse(await readYamlRecord('links.yaml'))
  for (const { links, ...group } of groups) {
    sample.groups.set(group.name, await sample.create('link-group', group))
    for (const [index, link] of links.entries()) {
      await sample.createPublished('link', { order: index + 1, ...link, group: group.name })
    }
  }
}

async function seedPolicies(strapi: Core.Strapi): Promise<number> {
  const { outcomes } = await importPolicies({
    folder: path.join(sampleDir, 'policies'),
    store: new StrapiPolicyStore(strapi),
    today: new Date().toISOString().slice(0, 10),
    onProgress: () => undefined,
    isInterrupted: () => false,
  })
  return outcomes.filter(({ result }) => result === 'created').length
}

export type Progress = (what: string, count: number) => void

/** Everything, in one transaction: a seed that is interrupted leaves an empty database. */
export async function seedSample(strapi: Core.Strapi, progress: Progress): Promise<void> {
  await strapi.db.transaction(async () => {
    const media = await uploadSampleMedia(strapi)
    progress('媒体文件', media.size)
    const sample = new Sample(strapi, media)
    for (const [slug, id] of await seedColumns(strapi)) sample.columns.set(slug, id)
    await seedTaxonomies(sample)
    for (const data of await readYamlList('representatives.yaml')) {
      sample.representatives.set(String(data.name), await sample.createPublished('representative', data))
    }
    await seedArticles(sample)
    progress('文章', sample.articles.size)
    for (const [kind, folder] of [
      ['speech', 'speeches'],
      ['lesson', 'lessons'],
      ['page', 'pages'],
    ]) {
      const entries = await readMarkdown(folder)
      for (const entry of entries) await sample.createPublished(kind, text(entry))
      progress({ speech: '讲话', lesson: '课程', page: '页面' }[kind] ?? kind, entries.length)
    }
    const microposts = await readYamlList('microposts.yaml')
    for (const data of microposts) await sample.createPublished('micropost', data)
    progress('微博', microposts.length)
    await seedLinks(sample)
    progress('政策法规', await seedPolicies(strapi))
    await sample.createPublished('contact', await readYamlRecord('contact.yaml'))
    const { leads } = await readYamlRecord('settings.yaml')
    const leadIds = names
      .parse(leads ?? [])
      .map((name) => sample.lookUp(sample.articles, name.endsWith('.md') ? name : `${name}.md`))
    await seedSettings(strapi, leadIds, media.get('logo.webp')?.id ?? null)
  })
}
