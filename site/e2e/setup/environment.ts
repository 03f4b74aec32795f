/** What global setup hands to the workers: they inherit its environment, so it speaks through it. */
const PREFIX = 'PORTAL_E2E_'
const names = {
  ...{ portalUrl: 'PORTAL_URL', deskUrl: 'DESK_URL', dataDir: 'DATA_DIR', chromium: 'CHROMIUM' },
  /** where the portal would find a push service of ours */
  pushPort: 'PUSH_PORT',
} as const

export type E2eEnvironment = Record<keyof typeof names, string>

const entries = Object.entries(names) as [keyof typeof names, string][]

/** Everything is undefined until global setup has run. */
export const environment: Partial<E2eEnvironment> = Object.fromEntries(
  entries.map(([key, name]) => [key, process.env[PREFIX + name]]),
)

export function handOver(values: E2eEnvironment) {
  for (const [key, name] of entries) process.env[PREFIX + name] = values[key]
}

export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
