/** The sample college's members: invented people in a file like any other, taken in as any other, and what offices they hold. */
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Core } from '@strapi/types'
import { z } from 'zod'
import { readYaml, sampleDir } from './sample-files.ts'

/** The part of the CMS's roster that the sample uses (cms/src/members/tools.ts). */
type MemberTools = {
  foundCommittee(name: string, foundedOn: string, now: Date): Promise<unknown>
  importRoster(file: Buffer, foundOn: string, now: Date): Promise<{ added: number; organisations: number }>
  appoint(office: SampleOffice & { since: string }, now: Date): Promise<void>
}

const day = z.iso.date()
const officeSchema = z.object({ number: z.string(), role: z.string(), organisation: z.string() })
const rosterSchema = z.object({
  committee: z.object({ name: z.string(), foundedOn: day }),
  organisationsFoundedOn: day,
  officesSince: day,
  offices: z.array(officeSchema).min(1),
})
export type SampleOffice = z.infer<typeof officeSchema>

const readRoster = async () => rosterSchema.parse(await readYaml('roster.yaml'))

/** Who holds which office in the sample, by number: whoever makes accounts for the sample begins here. */
export const officesOfSample = async (): Promise<SampleOffice[]> => (await readRoster()).offices

/** Joins the seed's transaction. Answers how many members there are. */
export async function seedRoster(strapi: Core.Strapi, now: Date): Promise<number> {
  const tools = strapi.get('members') as MemberTools
  const { committee, organisationsFoundedOn, officesSince, offices } = await readRoster()
  await tools.foundCommittee(committee.name, committee.foundedOn, now)
  const file = await fs.readFile(path.join(sampleDir, 'roster.csv'))
  const { added } = await tools.importRoster(file, organisationsFoundedOn, now)
  for (const office of offices) await tools.appoint({ ...office, since: officesSince }, now)
  return added
}
