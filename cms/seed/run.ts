/** `node cms/seed/run.ts`: fills an empty database, does nothing to one that is not. Prints progress for people. */
import { z } from 'zod'
import { withStrapi } from '../import/with-strapi.ts'
import { createFirstAccounts } from './accounts.ts'
import { isAlreadySeeded } from './already-seeded.ts'
import { seedColumns, seedSample, seedSettings } from './sample-content.ts'

const { DATA_DIR, DATABASE_URL, SAMPLE } = z
  .object({
    DATA_DIR: z.string().min(1),
    DATABASE_URL: z.string().optional(),
    SAMPLE: z.enum(['full', 'none']).default('full'),
  })
  .parse(process.env)

const say = (what: string, count: number) => process.stdout.write(`  ${what} ${count}\n`)

async function seed() {
  await withStrapi(DATA_DIR, async (strapi) => {
    // before the content: the sample's pieces are reviewed by these
    const accounts = await createFirstAccounts(strapi, DATA_DIR, SAMPLE === 'full')
    if (accounts > 0) say('首批账号', accounts)
    const isEmpty = (await strapi.db.query('api::column.column').count()) === 0
    if (isEmpty && SAMPLE === 'full') await seedSample(strapi, say)
    if (isEmpty && SAMPLE === 'none') {
      await strapi.db.transaction(async () => {
        say('栏目', (await seedColumns(strapi)).size)
        await seedSettings(strapi, [], null)
      })
    }
  })
}

if (!(await isAlreadySeeded(DATA_DIR, DATABASE_URL))) await seed()
process.exit(0)
