import { z } from 'zod'

const siteUrlSchema = z
  .url({
    protocol: /^https?$/,
    error: 'SITE_URL must be the public address of the portal, such as https://dj.example.edu.cn',
  })
  .default('http://localhost:4321')

/** The absolute form of a path, on the public address of the portal. */
export const absoluteUrl = (path: string): string =>
  new URL(path, siteUrlSchema.parse(process.env.SITE_URL || undefined)).href
