/** The devices that want to hear of new posts. */
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { inTransaction } from '../sqlite/in-transaction.ts'

export type Device = { endpoint: string; keys: { p256dh: string; auth: string } }
export type Subscription = Device & { id: number; choices: string[]; toldUpTo: number; failingSinceMs: number | null }

const choicesSchema = z.array(z.string())

const subscriptionFrom = (row: Record<string, unknown>): Subscription => ({
  id: Number(row.id),
  endpoint: String(row.endpoint),
  keys: { p256dh: String(row.p256dh), auth: String(row.auth) },
  choices: choicesSchema.parse(JSON.parse(String(row.choices))),
  toldUpTo: Number(row.told_up_to),
  failingSinceMs: row.failing_since_ms === null ? null : Number(row.failing_since_ms),
})

export type Subscriptions = ReturnType<typeof openSubscriptions>

export function openSubscriptions(database: DatabaseSync) {
  const save = database.prepare(
    `INSERT INTO subscriptions (endpoint, p256dh, auth, choices, told_up_to) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (endpoint) DO UPDATE SET p256dh = excluded.p256dh, auth = excluded.auth, choices = excluded.choices`,
  )
  const find = database.prepare('SELECT * FROM subscriptions WHERE endpoint = ?')
  const count = database.prepare('SELECT count(*) AS total FROM subscriptions')
  const removeEndpoint = database.prepare('DELETE FROM subscriptions WHERE endpoint = ?')
  const remove = database.prepare('DELETE FROM subscriptions WHERE id = ?')
  const due = database.prepare(
    'SELECT * FROM subscriptions WHERE told_up_to < ? AND quiet_until_ms <= ? ORDER BY told_up_to, id LIMIT ?',
  )
  const claim = database.prepare(
    'UPDATE subscriptions SET told_up_to = ?, quiet_until_ms = max(quiet_until_ms, ?) WHERE id = ? AND told_up_to = ?',
  )
  const giveBack = database.prepare(
    'UPDATE subscriptions SET told_up_to = ?, quiet_until_ms = ? WHERE id = ? AND told_up_to = ?',
  )
  const failing = database.prepare(
    'UPDATE subscriptions SET failing_since_ms = coalesce(failing_since_ms, ?) WHERE id = ?',
  )
  const sound = database.prepare(
    'UPDATE subscriptions SET failing_since_ms = NULL WHERE id = ? AND failing_since_ms IS NOT NULL',
  )
  const byEndpoint = (endpoint: string) => {
    const row = find.get(endpoint)
    return row ? subscriptionFrom(row) : null
  }
  const put = ({ endpoint, keys }: Device, choices: readonly string[], toldUpTo: number) =>
    void save.run(endpoint, keys.p256dh, keys.auth, JSON.stringify(choices), toldUpTo)

  return {
    byEndpoint,
    count: () => Number(count.get()?.total),
    /** @param toldUpTo counts for a new one; what was live before it is not told */
    put,
    /** @returns whether there was something to take over */
    replace: (endpoint: string, device: Device): boolean =>
      inTransaction(database, () => {
        const old = byEndpoint(endpoint)
        if (!old) return false
        removeEndpoint.run(endpoint)
        put(device, old.choices, old.toldUpTo)
        return true
      }),
    removeByEndpoint: (endpoint: string) => void removeEndpoint.run(endpoint),
    remove: (id: number) => void remove.run(id),
    /** Those that were not told everything up to a number and may be disturbed now. */
    due: (upTo: number, nowMs: number, limit: number) => due.all(upTo, nowMs, limit).map(subscriptionFrom),
    /** Before anything is sent: whoever dies after it has told nothing twice. @returns false where somebody else was first */
    claim: ({ id, toldUpTo }: Subscription, upTo: number, quietUntilMs: number) =>
      claim.run(upTo, quietUntilMs, id, toldUpTo).changes === 1,
    /** The message certainly did not arrive: it is told again, with what is new by then. */
    giveBack: ({ id, toldUpTo }: Subscription, upTo: number, againAtMs: number) =>
      void giveBack.run(toldUpTo, againAtMs, id, upTo),
    isFailing: (id: number, sinceMs: number) => void failing.run(sinceMs, id),
    isSound: (id: number) => void sound.run(id),
  }
}
