/** The times at which the portal turns grey for mourning: a period with an end, or none. */
export type GreyPeriod = { greyFrom: Date | null; greyUntil: Date | null }

export function checkGrey({ greyFrom, greyUntil }: GreyPeriod): 'GREY_OPEN' | 'GREY_ORDER' | null {
  if (greyFrom === null && greyUntil === null) return null
  if (greyFrom === null || greyUntil === null) return 'GREY_OPEN'
  return greyUntil > greyFrom ? null : 'GREY_ORDER'
}
