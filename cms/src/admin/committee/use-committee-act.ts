/** Does something for the committee, and says how it went. */
import { useNotification } from '@strapi/strapi/admin'
import { useState } from 'react'
import { committee as texts } from '../texts/committee'

export function useCommitteeAct() {
  const { toggleNotification } = useNotification()
  const [isBusy, setBusy] = useState(false)

  /** @param work gives the sentence that tells of its success, or nothing */
  async function act(work: () => Promise<string | undefined>) {
    setBusy(true)
    try {
      const message = await work()
      if (message) toggleNotification({ type: 'success', message })
    } catch (error) {
      const { message } = error as { message?: string }
      const isOurs = message !== undefined && /\p{Script=Han}/u.test(message)
      toggleNotification({ type: 'danger', message: isOurs ? message : texts.actFailed })
    } finally {
      setBusy(false)
    }
  }

  return { act, isBusy }
}
