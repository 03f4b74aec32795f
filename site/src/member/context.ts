import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Api } from './api.ts'
import type { Me, OfficeRole } from './shapes.ts'

type Here = {
  api: Api
  me: Me
  /** says what was done, to everybody: eyes and screen readers */
  say: (done: string) => void
}

export const HereContext = createContext<Here | null>(null)

export function useHere(): Here {
  const here = useContext(HereContext)
  if (!here) throw new Error('nobody is logged in here')
  return here
}

const officers = {
  /** may see a branch's dues */
  branch: ['branch-secretary', 'treasurer', 'general-branch', 'committee-staff', 'auditor'],
  /** may write down payments and bases, and ask */
  treasury: ['branch-secretary', 'treasurer', 'general-branch', 'committee-staff'],
  /** may give out one-time codes */
  slips: ['branch-secretary', 'general-branch', 'committee-staff'],
  overview: ['general-branch', 'committee-staff', 'auditor'],
  staff: ['committee-staff'],
} as const satisfies Record<string, readonly OfficeRole[]>

export const holds = (me: Me, what: keyof typeof officers): boolean =>
  me.offices.some(({ role }) => (officers[what] as readonly OfficeRole[]).includes(role))
