import { atMost } from './at-most'

/** Decoding is the work of other threads; two pictures at once leave room and memory for everything else. */
export const inTurn = atMost(2)
