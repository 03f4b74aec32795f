/** What a public query may name, kind by kind: nothing else is read, filtered, sorted or populated. */
import type { Kind } from '../domain/content/kinds'

export type Allowed = {
  fields: readonly string[]
  /** scalar fields, and fields of a relation as `column.slug` */
  filters: readonly string[]
  sort: readonly string[]
  /** relation or media → the fields that come with it */
  populate: Readonly<Record<string, readonly string[]>>
}

const FILE = ['url', 'name', 'ext', 'mime', 'size', 'width', 'height', 'alternativeText', 'caption']
const COLUMN = ['name', 'slug']
const POST = ['slug', 'source', 'responsibleEditor', 'displayDate', 'pinnedUntil', 'publishedAt', 'updatedAt']
const POST_FILTERS = ['slug', 'displayDate', 'publishedAt', 'column.slug', 'column.module', 'tags.slug', 'tags.name']
const POST_SORT = ['displayDate', 'publishedAt', 'slug']
const POST_POPULATE = { column: COLUMN, tags: ['name', 'slug'] }

export const allowed = {
  article: {
    fields: [
      'title',
      'subtitle',
      'summary',
      'body',
      'author',
      'reprintUrl',
      'publicityFrom',
      'publicityUntil',
      ...POST,
    ],
    filters: ['title', 'author', 'source', 'publicityFrom', 'publicityUntil', ...POST_FILTERS],
    sort: ['title', ...POST_SORT],
    populate: {
      cover: FILE,
      attachments: FILE,
      related: ['title', 'slug'],
      representative: ['name', 'slug'],
      ...POST_POPULATE,
    },
  },
  speech: {
    fields: ['title', 'speaker', 'post', 'occasion', 'speechDate', 'summary', 'body', ...POST],
    filters: ['title', 'speaker', 'speechDate', ...POST_FILTERS],
    sort: ['title', 'speechDate', ...POST_SORT],
    populate: { cover: FILE, video: FILE, attachments: FILE, ...POST_POPULATE },
  },
  policy: {
    fields: [
      ...['title', 'indexNumber', 'issuer', 'documentNumber', 'subject', 'adoptedOn', 'issuedOn', 'effectiveOn'],
      ...['validity', 'summary', 'history', 'body', 'interpretation', ...POST],
    ],
    filters: [
      ...['title', 'issuer', 'documentNumber', 'subject', 'validity', 'adoptedOn', 'issuedOn', 'effectiveOn'],
      ...POST_FILTERS,
    ],
    sort: ['title', 'adoptedOn', 'issuedOn', 'effectiveOn', ...POST_SORT],
    populate: { attachments: FILE, replaces: ['title', 'slug'], replacedBy: ['title', 'slug'], ...POST_POPULATE },
  },
  lesson: {
    fields: [
      'title',
      'lecturer',
      'summary',
      'durationSeconds',
      'classHours',
      'chapters',
      'body',
      'transcript',
      ...POST,
    ],
    filters: ['title', 'lecturer', 'topic.slug', 'topic.name', ...POST_FILTERS],
    sort: ['title', 'durationSeconds', ...POST_SORT],
    populate: {
      ...{ topic: ['name', 'slug'], cover: FILE, video: FILE, audio: FILE, handout: FILE, captions: FILE },
      ...{ attachments: FILE, ...POST_POPULATE },
    },
  },
  micropost: {
    fields: ['text', ...POST],
    filters: ['text', ...POST_FILTERS],
    sort: POST_SORT,
    populate: { pictures: FILE, ...POST_POPULATE },
  },
  representative: {
    fields: ['name', 'post', 'branch', 'term', 'summary', 'receptionTime', 'receptionPlace', 'body', 'order', ...POST],
    filters: ['name', 'branch', 'term', ...POST_FILTERS],
    sort: ['name', 'order', ...POST_SORT],
    populate: { photo: FILE, ...POST_POPULATE },
  },
  column: {
    fields: ['name', 'slug', 'module', 'order', 'kind', 'intro', 'pageSize'],
    filters: ['slug', 'name', 'module', 'kind'],
    sort: ['order', 'slug'],
    populate: {},
  },
  link: {
    fields: ['title', 'url', 'description', 'order', 'publishedAt'],
    filters: ['title', 'group.name'],
    sort: ['order', 'title'],
    populate: { group: ['name', 'order'], logo: FILE },
  },
  'link-group': { fields: ['name', 'order'], filters: ['name'], sort: ['order', 'name'], populate: {} },
  tag: { fields: ['name', 'slug'], filters: ['name', 'slug'], sort: ['name', 'slug'], populate: {} },
  topic: {
    fields: ['name', 'slug', 'intro', 'order'],
    filters: ['name', 'slug'],
    sort: ['order', 'name'],
    populate: {},
  },
  page: {
    fields: ['title', 'slug', 'summary', 'body', 'publishedAt', 'updatedAt'],
    filters: ['title', 'slug', 'column.slug'],
    sort: ['title', 'slug'],
    populate: { column: COLUMN, attachments: FILE },
  },
  'site-setting': {
    fields: [
      ...['siteName', 'collegeName', 'description', 'sponsor', 'organizer', 'address', 'postcode', 'phone'],
      ...['icpNumber', 'policeNumber', 'siteIdCode', 'greyFrom', 'greyUntil', 'greyScope'],
    ],
    filters: [],
    sort: [],
    populate: { logo: FILE },
  },
  contact: {
    fields: ['intro', 'address', 'postcode', 'phone', 'email', 'officeHours', 'coordinates', 'body', 'updatedAt'],
    filters: [],
    sort: [],
    populate: { map: FILE, offices: ['name', 'duty', 'place', 'phone', 'email'] },
  },
} as const satisfies Record<Kind, Allowed>
