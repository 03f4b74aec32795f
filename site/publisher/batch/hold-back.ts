/** A page that links to one that could not be made keeps its old version, lest the link lead nowhere. */
import fs from 'node:fs/promises'
import { failedPage, type Made, type StagedPage } from './make-page.ts'

const linksTo = (body: string, missing: Iterable<string>): string | undefined => {
  for (const address of missing) if (body.includes(`href="${address}"`)) return address
  return undefined
}

/** @param missing addresses that stand nowhere; @param made is altered: pages held back have failed */
export async function holdBack(made: Map<string, Made>, missing: Iterable<string>): Promise<void> {
  const absent = new Set(missing)
  for (let before = -1; before !== absent.size && absent.size > 0; ) {
    before = absent.size
    const staged = [...made.values()].filter((page): page is StagedPage => page.state === 'staged')
    for (const page of staged) {
      if (page.temporary === null) continue
      const target = linksTo(await fs.readFile(page.temporary, 'utf8'), absent)
      if (target === undefined) continue
      await fs.rm(page.temporary, { force: true })
      made.set(
        page.address,
        failedPage(page, new Error(`links to ${target}, which could not be made`), 'RENDER_FAILED'),
      )
      if (page.isNew) absent.add(page.address)
    }
  }
}
