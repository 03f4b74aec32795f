/** A picture as HTML: the sizes that the CMS made of it, so that a phone loads no more than it shows. */
import type { Media } from '../content/documents.ts'
import { tag } from './html.ts'

export type PictureFacts = Pick<Media, 'url' | 'width' | 'height'> & Partial<Pick<Media, 'sources' | 'focalPoint'>>

interface Place {
  /** how wide the picture is shown, as `sizes` says it */
  sizes: string
  /** no version wider or, where there is another, narrower than this is offered */
  widest: number
  narrowest?: number
  isCropped: boolean
}

/** Where pictures stand; the widths are those of the style sheets. A square crop of a landscape photo shows two thirds of its width. */
const places = {
  body: { sizes: '(min-width: 60em) 46rem, 100vw', widest: 1600, narrowest: 480, isCropped: false },
  lead: { sizes: '(min-width: 75em) 42rem, (min-width: 60em) 56vw, 100vw', widest: 1600, isCropped: true },
  card: { sizes: '(min-width: 60em) 23rem, (min-width: 40em) 46vw, 132px', widest: 960, isCropped: true },
  thumbnail: { sizes: '(min-width: 40em) 176px, 112px', widest: 480, isCropped: true },
  portrait: { sizes: '(min-width: 60em) 17rem, 12rem', widest: 480, isCropped: true },
  feature: { sizes: '(min-width: 75em) 42rem, (min-width: 60em) 56vw, 100vw', widest: 1600, isCropped: true },
  hero: { sizes: '(min-width: 75em) 46rem, 100vw', widest: 1600, isCropped: true },
  grid: { sizes: '13rem', widest: 480, isCropped: true },
  alone: { sizes: '(min-width: 30em) 26rem, 100vw', widest: 960, isCropped: false },
} as const satisfies Record<string, Place>

export type PlaceName = keyof typeof places

export interface PictureOptions {
  alt: string
  place: PlaceName
  class?: string
  /** the first thing readers see is loaded at once, everything else when it comes near */
  eager?: boolean
}

const formats = ['image/avif', 'image/webp'] as const
const FOCUS_STEP = 5

const nearestStep = (percent: number) => Math.round(percent / FOCUS_STEP) * FOCUS_STEP

/** A class, because the content security policy forbids styles in the page: see focus.css. */
const focusClass = ({ focalPoint }: PictureFacts, { isCropped }: Place): string =>
  focalPoint && isCropped ? `fx-${nearestStep(focalPoint.x)} fy-${nearestStep(focalPoint.y)}` : ''

type Format = (typeof formats)[number]

const srcsetOf = (picture: PictureFacts, { widest, narrowest = 0 }: Place, mime: Format): string =>
  (picture.sources ?? [])
    .filter((candidate) => candidate.mime === mime)
    .filter(({ width }, index, { length }) => width >= narrowest || index === length - 1)
    .filter(({ width }, index) => index === 0 || width <= widest)
    .map(({ url, width }) => `${url} ${width}w`)
    .join(',')

const source = (picture: PictureFacts, place: Place, mime: Format): string => {
  const srcset = srcsetOf(picture, place, mime)
  return srcset === '' ? '' : tag('source', { type: mime, srcset, sizes: place.sizes })
}

/** The attributes of a link that fetches a picture before the page's body is read: the form that `pictureHtml` offers first. */
export const preloadOf = (picture: PictureFacts, name: PlaceName): Record<string, string> => {
  const place = places[name]
  const type = formats.find((mime) => srcsetOf(picture, place, mime) !== '')
  if (!type) return { href: picture.url }
  return { type, imagesrcset: srcsetOf(picture, place, type), imagesizes: place.sizes }
}

export const pictureHtml = (picture: PictureFacts, options: PictureOptions): string => {
  const { alt, eager = false } = options
  const place: Place = places[options.place]
  const classes = [options.class ?? '', focusClass(picture, place)].filter((name) => name !== '').join(' ')
  const img = tag('img', {
    class: classes || null,
    src: picture.url,
    alt,
    width: picture.width,
    height: picture.height,
    loading: eager ? null : 'lazy',
    fetchpriority: eager ? 'high' : null,
  })
  const sources = formats.map((mime) => source(picture, place, mime)).join('')
  return sources === '' ? img : tag('picture', {}, sources + img)
}
