/** 学号/工号 as people type it: on phones often in full width, with blanks around it. */
import { z } from 'zod'

const MAX_CHARACTERS = 40

/** Longer texts are no numbers; what a number looks like is the roster's business. */
export const memberNumber = z
  .string()
  .max(MAX_CHARACTERS)
  .transform((typed) => typed.normalize('NFKC').replaceAll(/\s/g, ''))
  .pipe(z.string().min(1).max(MAX_CHARACTERS))

/** Counted as one, however it is written. */
export const sameNumber = (number: string) => number.toUpperCase()
