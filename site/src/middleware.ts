import { defineMiddleware } from 'astro:middleware'
import { defaultReadModel } from './content/connection.ts'
import { isReading, readingFrom, reportFailure } from './content/reads.ts'

/**
 * Astro turns an exception into an empty answer 500; the publisher needs to know what went wrong.
 * `astro dev` has no entry of ours, so its requests get their reading here.
 */
export const onRequest = defineMiddleware(async (_context, next) => {
  if (!isReading()) return (await readingFrom(defaultReadModel(), next)).result
  try {
    return await next()
  } catch (error) {
    reportFailure(error)
    throw error
  }
})
