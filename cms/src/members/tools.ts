/** What seed and operator's command use of the roster, asked for by name: they run beside the CMS and import nothing of it. */
import type { Core } from '@strapi/types'
import type { OfficeRole } from '../domain/access/roles'
import type { Organisation } from '../domain/organisation/organisation'
import { type Resealed, resealAll } from '../sealing/reseal'
import { findMemberByNumber } from '../stores/members'
import { listOrganisations } from '../stores/organisations'
import { alone } from './alone'
import { type Imported, importRoster, previewRoster } from './import-roster'
import { found } from './organisations'
import { appointTo } from './roster'

export const MEMBERS = 'members'
const by = { name: '系统' }
const EVERYTHING = ['/']

export type Appointment = { number: string; role: OfficeRole; organisation: string; since: string }

export const createMemberTools = (strapi: Core.Strapi) => ({
  foundCommittee: (name: string, foundedOn: string, now: Date): Promise<Organisation> =>
    alone(strapi, () => found({ strapi, by, now }, { kind: 'committee', name, foundedOn }, null)),

  /** @throws what is wrong with the first row that is */
  async importRoster(file: Buffer, foundOn: string, now: Date): Promise<Imported> {
    const step = { strapi, by, now, paths: EVERYTHING, foundOn }
    const { plan, fingerprint } = await previewRoster(step, file)
    const [problem] = plan.problems
    if (problem) throw new Error(`row ${problem.row}, ${problem.column}: ${problem.message}`)
    return importRoster(step, file, fingerprint)
  },

  /** @param organisation by its name, which only one may have */
  async appoint({ number, role, organisation, since }: Appointment, now: Date): Promise<void> {
    const member = await findMemberByNumber(strapi, number)
    const named = (await listOrganisations(strapi, EVERYTHING)).filter(({ name }) => name === organisation)
    if (!member || named.length !== 1)
      throw new Error(`nobody has ${number}, or ${organisation} is not one organisation`)
    await appointTo({ strapi, now }, member, role, named[0], since)
  },

  reseal: (now: Date, onBatch?: (done: Resealed) => void): Promise<Resealed> => resealAll(strapi, now, onBatch),
})
