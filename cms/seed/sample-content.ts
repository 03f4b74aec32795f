/** The sample college: columns, settings and every kind of content, written and published through the document service. */
import path from 'node:path'
import type { Core } from '@strapi/types'
import { z } from 'zod'
import { importPolicies } from '../import/import-policies.ts'
import { StrapiPolicyStore } from '../import/strapi-store.ts'
import { openReviewers, type Reviewers } from './reviewers.ts'
import { type Ids, names, Sample } from './sample.ts'
import { readMarkdown, readYamlList, readYamlRecord, type SampleEntry, sampleDir } from './sample-files.ts'
import { uploadSampleMedia } from './sample-media.ts'
import { seedRoster } from './sample-roster.ts'

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

async function seedPolicies(strapi: Core.Strapi, reviewers: Reviewers): Promise<number> {
  const { outcomes } = await importPolicies({
    folder: path.join(sampleDir, 'policies'),
    store: new StrapiPolicyStore(strapi, async (documentId) => {
      await reviewers('policy', documentId)
      return true
    }),
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
    const reviewers = await openReviewers(strapi)
    const sample = new Sample(strapi, media, reviewers)
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
    progress('政策法规', await seedPolicies(strapi, reviewers))
    progress('党员', await seedRoster(strapi, new Date()))
    await sample.createPublished('contact', await readYamlRecord('contact.yaml'))
    const { leads } = await readYamlRecord('settings.yaml')
    const leadIds = names
      .parse(leads ?? [])
      .map((name) => sample.lookUp(sample.articles, name.endsWith('.md') ? name : `${name}.md`))
    await seedSettings(strapi, leadIds, media.get('logo.webp')?.id ?? null)
  })
}
