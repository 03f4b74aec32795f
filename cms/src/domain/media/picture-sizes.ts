/** In which sizes a picture is made for the portal. */
export type Size = { width: number; height: number }

export const renditionFormats = ['webp', 'avif'] as const
export type RenditionFormat = (typeof renditionFormats)[number]

/** The name says the content it was made of: what a name means never changes, and two files of one content share it. */
export const renditionName = (hash: string, width: number, format: RenditionFormat) => `${hash}-${width}.${format}`

const WIDTHS = [320, 480, 960, 1600] as const
const WIDEST = 1600
/** neither WebP nor AVIF readers take more */
const MAX_SIDE = 16_383

/** A picture of more pixels is refused before anything is decoded; an animation counts all its frames. */
export const MAX_PIXELS = 100_000_000

/** A version hardly narrower than the picture itself saves nothing. */
const WORTH_A_VERSION = 0.9

/** Smallest first, never wider than the picture; a picture that is small enough itself comes last. */
export function renditionSizes({ width, height }: Size): Size[] {
  const narrower = WIDTHS.filter((candidate) => candidate <= width * (width > WIDEST ? 1 : WORTH_A_VERSION))
  const widths = width > WIDEST ? narrower : [...narrower, width]
  return widths
    .map((wanted) => ({ width: wanted, height: Math.max(1, Math.round((height * wanted) / width)) }))
    .filter((size) => size.height <= MAX_SIDE)
}
