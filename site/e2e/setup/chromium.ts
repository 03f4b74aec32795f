import fs from 'node:fs'

const DEBIAN = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium-browser',
]

/** The Chromium inside an npm package. It unpacks its libraries only where it believes to run in its usual home. */
async function unpackFromPackage(): Promise<string> {
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  return chromium.executablePath()
}

/** A real Chromium: the one named, else the machine's own, else the one that came with the dependencies. */
export async function findChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH
  if (named && !fs.existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist`)
  return named || DEBIAN.find((file) => fs.existsSync(file)) || unpackFromPackage()
}
