/**
 * The shape of every document the CMS hands to the site (one schema a kind).
 * Relations arrive as documentIds, times as UTC ISO strings, days as YYYY-MM-DD.
 */
import { z } from 'zod'

const instant = z.iso.datetime()
const day = z.iso.date()
const text = z.string().nullable()
const documentId = z.string().min(1)

export const pictureSourceSchema = z.object({
  url: z.string().min(1),
  mime: z.enum(['image/webp', 'image/avif', 'image/jpeg', 'image/png']),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** bytes */
  size: z.number().int().positive(),
})

export const mediaSchema = z.object({
  url: z.string().min(1),
  name: z.string(),
  ext: z.string(),
  mime: z.string(),
  /** bytes */
  size: z.number().int().nonnegative(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  alternativeText: text,
  caption: text,
  /** smaller versions of a picture, named by content; empty for other files and until they are made */
  sources: z.array(pictureSourceSchema).default([]),
  /** the point of a picture that every crop keeps, in percent of width and height; null: the middle */
  focalPoint: z
    .object({ x: z.number().min(0).max(100), y: z.number().min(0).max(100) })
    .nullable()
    .default(null),
})
export type Media = z.infer<typeof mediaSchema>

const file = mediaSchema.nullable()
const files = z.array(mediaSchema)

/** What every kind has. */
const base = { documentId, publishedAt: instant, updatedAt: instant }

/** Where a document stood when it was public before, its present address not among them. `column` is null for a free page. */
const formerAddresses = z
  .array(z.object({ column: documentId.nullable(), slug: z.string().min(1), leftAt: instant }))
  .default([])

/** What every kind that stands in a column has. */
const post = {
  ...base,
  slug: z.string().min(1),
  column: documentId,
  displayDate: instant,
  pinnedUntil: instant.nullable(),
  source: text,
  responsibleEditor: text,
  summary: text,
  tags: z.array(documentId),
  /** files that the Markdown of this document points to */
  bodyMedia: files,
  formerAddresses,
}

export const documentSchemas = {
  column: z.object({
    ...base,
    slug: z.string().min(1),
    /** slugs it had before, without the present one */
    formerSlugs: z.array(z.object({ slug: z.string().min(1), leftAt: instant })).default([]),
    name: z.string().min(1),
    module: z.enum(['dynamics', 'vanguard', 'organization', 'ideas', 'portal']),
    order: z.number().int(),
    kind: z.enum(['article', 'speech', 'policy', 'lesson', 'micropost', 'representative', 'link', 'guide', 'contact']),
    intro: text,
    pageSize: z.number().int().min(5).max(100),
    reviewLevels: z.number().int().min(0).max(3),
    visible: z.boolean(),
  }),
  article: z.object({
    ...post,
    title: z.string().min(1),
    subtitle: text,
    cover: file,
    body: z.string(),
    author: text,
    attachments: files,
    related: z.array(documentId),
    representative: documentId.nullable(),
    reprintUrl: text,
    /** Beijing days in which a public notice invites opinions, both included */
    publicityFrom: day.nullable().default(null),
    publicityUntil: day.nullable().default(null),
  }),
  speech: z.object({
    ...post,
    title: z.string().min(1),
    speaker: z.string(),
    post: text,
    occasion: text,
    speechDate: day.nullable(),
    cover: file,
    body: z.string(),
    attachments: files,
    video: file,
  }),
  policy: z.object({
    ...post,
    title: z.string().min(1),
    indexNumber: text,
    issuer: text,
    documentNumber: text,
    subject: text,
    adoptedOn: day.nullable(),
    issuedOn: day.nullable(),
    effectiveOn: day.nullable(),
    validity: z.enum(['effective', 'amended', 'repealed']),
    /** one line an adoption or amendment, newline-separated */
    history: text,
    body: z.string(),
    interpretation: text,
    attachments: files,
    replaces: z.array(documentId),
  }),
  lesson: z.object({
    ...post,
    title: z.string().min(1),
    topic: documentId.nullable(),
    lecturer: text,
    cover: file,
    video: file,
    audio: file,
    /** the lesson as PDF */
    handout: file,
    captions: file,
    durationSeconds: z.number().int().nonnegative().nullable(),
    classHours: z.number().nonnegative().nullable(),
    /** one a line: when it begins, what it is about */
    chapters: text.default(null),
    body: text,
    transcript: text,
    attachments: files,
  }),
  micropost: z.object({
    ...post,
    text: z.string().min(1),
    pictures: files,
  }),
  representative: z.object({
    ...post,
    name: z.string().min(1),
    photo: file,
    /** 职务 */
    post: text,
    branch: text,
    /** which congress, which term */
    term: text,
    receptionTime: text,
    receptionPlace: text,
    body: text,
    order: z.number().int(),
  }),
  link: z.object({
    ...base,
    title: z.string().min(1),
    url: z.string(),
    group: documentId.nullable(),
    description: text,
    logo: file,
    order: z.number().int(),
  }),
  'link-group': z.object({ ...base, name: z.string().min(1), order: z.number().int() }),
  tag: z.object({ ...base, name: z.string().min(1), slug: z.string().min(1) }),
  topic: z.object({ ...base, name: z.string().min(1), slug: z.string().min(1), intro: text, order: z.number().int() }),
  page: z.object({
    ...base,
    slug: z.string().min(1),
    title: z.string().min(1),
    /** the guide of this column stands at the column's own address */
    column: documentId.nullable(),
    summary: text,
    body: z.string(),
    attachments: files,
    bodyMedia: files,
    formerAddresses,
  }),
  'site-setting': z.object({
    ...base,
    siteName: z.string().min(1),
    collegeName: z.string().min(1),
    description: text,
    logo: file,
    sponsor: text,
    organizer: text,
    address: text,
    postcode: text,
    phone: text,
    icpNumber: text,
    policeNumber: text,
    siteIdCode: text,
    /** when the portal is grey for mourning; both or neither */
    greyFrom: instant.nullable().default(null),
    greyUntil: instant.nullable().default(null),
    greyScope: z.enum(['wholeSite', 'homePage']).nullable().default(null),
    /** lead stories of the home page, first one largest: articles */
    leads: z.array(documentId),
  }),
  contact: z.object({
    ...base,
    intro: text,
    address: text,
    postcode: text,
    phone: text,
    email: text,
    officeHours: text,
    offices: z.array(z.object({ name: z.string(), duty: text, place: text, phone: text, email: text })),
    map: file,
    /** longitude and latitude (GCJ-02), comma-separated */
    coordinates: text.default(null),
    body: text,
    bodyMedia: files,
  }),
} as const

export type Kind = keyof typeof documentSchemas
export type DocumentOf<K extends Kind> = z.infer<(typeof documentSchemas)[K]>
export const kinds = Object.keys(documentSchemas) as Kind[]

/** Kinds that stand in a column, are listed, paged and have a page of their own. */
export const postKinds = ['article', 'speech', 'policy', 'lesson', 'micropost', 'representative'] as const
export type PostKind = (typeof postKinds)[number]

export const changeSchema = z.object({
  sequence: z.number().int().positive(),
  kind: z.enum(kinds as [Kind, ...Kind[]]),
  documentId,
  event: z.enum(['published', 'updated', 'moved', 'unpublished', 'deleted', 'retried']),
  at: instant,
  /** the document as it is public now; null when it is not public (any more) */
  document: z.unknown(),
})
export type Change = z.infer<typeof changeSchema>

export const changesResponseSchema = z.object({
  data: z.array(changeSchema),
  meta: z.object({ latest: z.number().int().nonnegative() }),
})
