/** The bell in the menu: a number on it says how many notices are unread. */
import { Bell as BellIcon } from '@strapi/icons'
import { useFetchClient } from '@strapi/strapi/admin'
import { useCallback } from 'react'
import { usePolled } from '../publication/use-polled'
import { review as texts } from '../texts/review'
import type { Notices } from './answers'
import { useReviewChanges } from './use-review'

const PAUSE_MS = 30_000
const MOST = 99

export function Bell(props: object) {
  const { get } = useFetchClient()
  const load = useCallback(async () => (await get<{ data: Notices }>('/admin/review/notices')).data.data.unread, [get])
  const { answer, askAgain } = usePolled(load, () => PAUSE_MS, '')
  useReviewChanges(askAgain)
  const unread = answer ?? 0
  return (
    <span style={{ position: 'relative', display: 'inline-flex' }}>
      <BellIcon {...props} />
      {unread > 0 && (
        <span
          title={texts.unread(unread)}
          style={{
            ...{ position: 'absolute', top: '-0.8rem', right: '-1rem', minWidth: '1.6rem', padding: '0 0.3rem' },
            ...{ borderRadius: '0.8rem', background: '#c62828', color: '#fff' },
            ...{ fontSize: '1.1rem', lineHeight: '1.6rem', textAlign: 'center' },
          }}
        >
          {unread > MOST ? `${MOST}+` : unread}
        </span>
      )}
    </span>
  )
}
