/** The member area on a page: finds out whether somebody is logged in here, and shows what fits. */
import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { createApi } from './api.ts'
import { FirstPassword } from './first-password.tsx'
import { Inside } from './inside.tsx'
import { Problem } from './parts/form.tsx'
import { OtherWays, StepsIn } from './parts/steps-in.tsx'
import { asRefusal, Refusal } from './refusal.ts'
import type { Texts } from './shapes.ts'

type View = 'area' | 'log-in' | 'activation' | 'reset'
type State =
  | { is: 'looking' }
  | { is: 'out'; why: Refusal | null }
  | { is: 'in' }
  /** it cannot be known whether somebody is logged in */
  | { is: 'away'; why: Refusal }

const root = document.querySelector<HTMLElement>('[data-member]') as HTMLElement
const view = root.dataset['member'] as View

/** Other tabs of this device go out with this one. */
const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('member') : null
const OUT = 'out'

/** What a log-in of the college has put behind `#`: taken once, and not left in the address. */
function takeHandedOn() {
  const handed = new URLSearchParams(location.hash.slice(1))
  const ticket = handed.get('ticket') ?? undefined
  if (ticket) history.replaceState(null, '', location.pathname)
  return ticket
}
const handedTicket = takeHandedOn()
const handedProblem = new URLSearchParams(location.search).get('problem')

function Area() {
  const [state, setState] = useState<State>({ is: 'looking' })
  const [texts, setTexts] = useState<Texts | null>(null)
  const [api] = useState(() =>
    createApi(fetch.bind(window), (why) => {
      if (why === null) tabs?.postMessage(OUT)
      setState({ is: 'out', why })
    }),
  )

  async function look() {
    setState({ is: 'looking' })
    try {
      const isIn = view === 'area' && (await api.resume())
      if (isIn) return setState({ is: 'in' })
      const known = await api.open<Texts>('/auth/texts')
      setTexts(known)
      const sentence = handedProblem === null ? undefined : known.signOnProblems[handedProblem]
      setState({ is: 'out', why: sentence ? new Refusal('SIGN_ON', sentence) : null })
    } catch (error) {
      setState({ is: 'away', why: asRefusal(error) })
    }
  }
  useEffect(() => {
    look()
    tabs?.addEventListener('message', ({ data }) => {
      if (data !== OUT) return
      api.forget()
      setState((was) => (was.is === 'in' ? { is: 'out', why: null } : was))
    })
  }, [])

  const onIn = () => (view === 'area' ? setState({ is: 'in' }) : location.replace('/member/'))
  switch (state.is) {
    case 'looking':
      return (
        <p class="quiet" role="status">
          正在打开党员专区…
        </p>
      )
    case 'away':
      return (
        <>
          <h1>党员专区</h1>
          <Problem refusal={state.why} />
          <p class="button-row">
            <button type="button" class="button" onClick={look}>
              再试一次
            </button>
          </p>
        </>
      )
    case 'in':
      return <Inside api={api} />
    case 'out':
      if ((view === 'activation' || view === 'reset') && texts)
        return <FirstPassword api={api} kind={view} texts={texts} ticket={handedTicket} onIn={onIn} />
      return (
        <>
          <StepsIn api={api} first={handedTicket} why={state.why} onIn={onIn} />
          <OtherWays texts={texts} />
        </>
      )
    default:
      return state satisfies never
  }
}

// a page that comes back from the browser's memory would show what was on it before somebody logged out
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload()
})
root.replaceChildren()
render(<Area />, root)
