/** How many of a column's newest posts other pages show: a change of an older one leaves them alone. */

/** in boxes, and as many as any box may ask for */
export const MOST_NEWEST = 30

/** in feeds */
export const MOST_FED = 20
