/** The live tree may be of an older build than the compiled app: what it lacks, the app has itself (preview/register-preview.ts). */
import fs from 'node:fs'
import path from 'node:path'

const ASSET = /((?:href|src)=")(\/_astro\/[^"]+)/g

export const withAssets = (html: string, liveDir: string): string =>
  html.replaceAll(ASSET, (whole, attribute: string, asset: string) =>
    fs.existsSync(path.join(liveDir, asset)) ? whole : `${attribute}/preview${asset}`,
  )
