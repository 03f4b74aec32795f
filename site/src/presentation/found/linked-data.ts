/** What a page is, in the words of schema.org: terse, because every page carries it. */
import { type Post, titleOf } from '../../content/cards.ts'
import type { DocumentOf } from '../../content/documents.ts'
import { paths } from '../../content/paths.ts'
import type { SiteSettings } from '../../content/queries/site.ts'
import { absoluteUrl } from '../../content/site-url.ts'
import { machineTime } from '../dates.ts'

type Node = { '@type': string } & Record<string, unknown>
type PostOf<K extends Post['kind']> = Extract<Post, { kind: K }>

const organization = (name: string): Node => ({ '@type': 'Organization', name })
const person = (name: string): Node => ({ '@type': 'Person', name })
const college = ({ collegeName }: SiteSettings): Node => ({
  ...organization(collegeName),
  url: absoluteUrl(paths.home),
})

const SECONDS_OF_A_MINUTE = 60
const isoDuration = (seconds: number): string =>
  `PT${Math.floor(seconds / SECONDS_OF_A_MINUTE)}M${seconds % SECONDS_OF_A_MINUTE}S`

export interface Shown {
  url: string
  description: string
  /** absolute */
  picture: string
  settings: SiteSettings
}

const dates = ({ displayDate, updatedAt }: Post) => ({
  datePublished: machineTime(displayDate),
  dateModified: machineTime(Date.parse(updatedAt) > Date.parse(displayDate) ? updatedAt : displayDate),
})

const article = (post: PostOf<'article' | 'speech'>, { picture, settings }: Shown): Node => {
  const name = post.kind === 'speech' ? post.speaker : post.author
  return {
    '@type': 'NewsArticle',
    headline: post.title,
    ...dates(post),
    image: picture,
    author: name ? person(name) : organization(post.source ?? settings.collegeName),
    publisher: organization(settings.collegeName),
  }
}

const forces = {
  effective: 'https://schema.org/InForce',
  amended: 'https://schema.org/PartiallyInForce',
  repealed: 'https://schema.org/NotInForce',
} as const satisfies Record<DocumentOf<'policy'>['validity'], string>

const legislation = (post: PostOf<'policy'>): Node => ({
  '@type': 'Legislation',
  name: post.title,
  legislationIdentifier: post.documentNumber ?? undefined,
  legislationDate: post.adoptedOn ?? undefined,
  datePublished: post.issuedOn ?? machineTime(post.displayDate),
  temporalCoverage: post.effectiveOn ? `${post.effectiveOn}/..` : undefined,
  legislationPassedBy: post.issuer ? organization(post.issuer) : undefined,
  legislationLegalForce: forces[post.validity],
  inLanguage: 'zh-CN',
})

const course = (post: PostOf<'lesson'>, { description, picture, settings }: Shown): Node => {
  const length = post.durationSeconds ? isoDuration(post.durationSeconds) : undefined
  return {
    '@type': 'Course',
    name: post.title,
    description,
    provider: college(settings),
    hasCourseInstance: { '@type': 'CourseInstance', courseMode: 'Online', courseWorkload: length },
    video: post.video
      ? {
          '@type': 'VideoObject',
          name: post.title,
          description,
          ...{ thumbnailUrl: picture, uploadDate: machineTime(post.displayDate), duration: length },
          contentUrl: absoluteUrl(post.video.url),
        }
      : undefined,
  }
}

const nodeOf = (post: Post, shown: Shown): Node => {
  switch (post.kind) {
    case 'article':
    case 'speech':
      return article(post, shown)
    case 'policy':
      return legislation(post)
    case 'lesson':
      return course(post, shown)
    case 'micropost':
      return {
        '@type': 'SocialMediaPosting',
        ...{ headline: titleOf(post), articleBody: post.text, image: shown.picture },
        ...dates(post),
        author: college(shown.settings),
      }
    case 'representative':
      return {
        '@type': 'ProfilePage',
        ...dates(post),
        mainEntity: { ...person(post.name), jobTitle: post.post ?? undefined, affiliation: college(shown.settings) },
      }
    default:
      return post satisfies never
  }
}

export const postNode = (post: Post, shown: Shown): Node => ({ ...nodeOf(post, shown), url: shown.url })

export const siteNodes = (settings: SiteSettings): Node[] => [
  {
    '@type': 'WebSite',
    name: settings.siteName,
    url: absoluteUrl(paths.home),
    publisher: college(settings),
    potentialAction: {
      '@type': 'SearchAction',
      target: `${absoluteUrl('/search/')}?q={search_term_string}`,
      'query-input': 'required name=search_term_string',
    },
  },
  {
    ...college(settings),
    logo: settings.logo ? absoluteUrl(settings.logo.url) : undefined,
    telephone: settings.phone ?? undefined,
    address: settings.address ?? undefined,
  },
]

/** @param trail from below the home page to the page itself */
export const breadcrumbs = (trail: readonly { name: string; href?: string }[], url: string): Node => ({
  '@type': 'BreadcrumbList',
  itemListElement: [{ name: '首页', href: paths.home }, ...trail].map(({ name, href }, index, { length }) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: href ? absoluteUrl(href) : index === length - 1 ? url : undefined,
  })),
})

/** As text of a script element that is no script; what would end the element is written otherwise. */
export const linkedData = (nodes: readonly Node[]): string =>
  JSON.stringify({ '@context': 'https://schema.org', '@graph': nodes }).replaceAll('<', '\\u003c')
