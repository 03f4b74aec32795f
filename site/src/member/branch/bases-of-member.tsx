/** What a member earns is shown to his branch only when somebody asks, and asking is written down. */
import { useState } from 'preact/hooks'
import { useHere } from '../context.ts'
import { DeclareBase } from '../own/bases.tsx'
import { Show, useLoaded } from '../parts/load.tsx'
import type { Base } from '../shapes.ts'
import { baseStates, monthName } from '../words.ts'
import { Decide } from './decide.tsx'

type Props = { memberId: string; onDone: () => Promise<void> }

export function BasesOfMember(props: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <section aria-labelledby="bases-of">
      <div class="section-head">
        <h3 id="bases-of">基数</h3>
      </div>
      {isOpen ? (
        <Opened {...props} />
      ) : (
        <>
          <p class="quiet none">基数是敏感个人信息，查看会记入审计日志。</p>
          <p class="button-row">
            <button type="button" class="button" onClick={() => setOpen(true)}>
              查看、核对或代为申报
            </button>
          </p>
        </>
      )}
    </section>
  )
}

function Opened({ memberId, onDone }: Props) {
  const { api, say } = useHere()
  const loaded = useLoaded(() => api.get<Base[]>(`/branch/members/${encodeURIComponent(memberId)}/bases`), [memberId])
  const done = async () => {
    await Promise.all([loaded.again(), onDone()])
  }
  return (
    <Show loaded={loaded}>
      {(bases) => (
        <>
          {bases.length === 0 && <p class="quiet none">还没有申报过基数。</p>}
          <ul class="rows">
            {bases.map(({ id, from, amount, state, note }) => (
              <li key={id}>
                <span>
                  {monthName(from)}起{note && <small class="quiet">意见：{note}</small>}
                </span>
                <span class="number">{amount} 元</span>
                {state === 'declared' ? (
                  <Decide
                    path={`/branch/dues/bases/${id}/decide`}
                    what={`${monthName(from)}起的基数 ${amount} 元`}
                    yes="确认"
                    onDone={done}
                  />
                ) : (
                  <span class={`mark ${state === 'confirmed' ? 'done' : 'calm'}`}>{baseStates[state]}</span>
                )}
              </li>
            ))}
          </ul>
          <details>
            <summary>代为申报（要由另一位同志确认）</summary>
            <DeclareBase
              send={async (data) => {
                await api.post(`/branch/members/${encodeURIComponent(memberId)}/bases`, data)
                say('已代为申报，等另一位同志确认。')
                await done()
              }}
            />
          </details>
        </>
      )}
    </Show>
  )
}
