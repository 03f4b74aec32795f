/** Hashes and compares passwords, off the main thread and a few at a time. */
import { availableParallelism } from 'node:os'
import { refuseAccount } from '../../domain/accounts/refusals'
import { hashArgon2id, isOutdated, verifyArgon2id } from './argon2id'
import { createTurns, TooManyWaiting } from './turns'

/** half of the cores, so that everything else keeps its own; and libuv's four threads read files as well */
const AT_ONCE = Math.max(1, Math.min(3, Math.floor(availableParallelism() / 2)))
/** some ten seconds of work: nobody waits longer for a log-in */
const MOST_WAITING = 300

export type Passwords = ReturnType<typeof createPasswords>

export function createPasswords() {
  const inTurn = createTurns(AT_ONCE, MOST_WAITING)
  const turn = <T>(work: () => Promise<T>): Promise<T> =>
    inTurn(work).catch((error: unknown) => {
      if (error instanceof TooManyWaiting) return refuseAccount('TOO_BUSY')
      throw error
    })
  const nobodys = hashArgon2id('nobody has this password')

  return {
    hash: (password: string) => turn(() => hashArgon2id(password)),
    /** Takes as long for an account that is not there: nobody finds out by the clock who is a member. */
    verify: async (password: string, stored: string | null): Promise<boolean> => {
      const isRight = await turn(async () => verifyArgon2id(password, stored ?? (await nobodys)))
      return stored !== null && isRight
    },
    isOutdated,
  }
}
