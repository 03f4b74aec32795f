/** What the clock does in somebody's name: asked for by all that is called on the way, however deep. */
import { AsyncLocalStorage } from 'node:async_hooks'

type OnSchedule = {
  /** as the change log names it */
  actor: string
}

const running = new AsyncLocalStorage<OnSchedule>()

export const onSchedule = <Result>(schedule: OnSchedule, work: () => Promise<Result>) => running.run(schedule, work)

/** null when a person, a token or a script is at work */
export const currentSchedule = (): OnSchedule | null => running.getStore() ?? null
