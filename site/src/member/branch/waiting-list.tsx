/** 待办: what waits for the member's word, for a second person, or for a confirmation. */
import { holds, useHere } from '../context.ts'
import { Show, useLoaded } from '../parts/load.tsx'
import type { Waiting } from '../shapes.ts'
import { dayName, methodNames, monthName, requestKinds } from '../words.ts'
import { Decide } from './decide.tsx'
import { Withdraw } from './withdraw.tsx'

export function WaitingList({ turn, onDone }: { turn: number; onDone: () => Promise<void> }) {
  const { api } = useHere()
  const loaded = useLoaded(() => api.get<Waiting>('/branch/dues/waiting'), [api, turn])
  const done = async () => {
    await Promise.all([loaded.again(), onDone()])
  }
  return <Show loaded={loaded}>{(waiting) => <Things waiting={waiting} done={done} />}</Show>
}

function Things({ waiting: { payments, requests, bases }, done }: { waiting: Waiting; done: () => Promise<void> }) {
  const { me } = useHere()
  const count = payments.length + requests.length + bases.length
  const isTreasury = holds(me, 'treasury')
  return (
    <section aria-labelledby="waiting">
      <div class="section-head">
        <h2 id="waiting">待办（{count}）</h2>
      </div>
      {count === 0 && <p class="quiet none">没有等着处理的事。</p>}
      <ul class="rows">
        {payments.map((payment) => (
          <li key={payment.id}>
            <span>
              {payment.name}：{payment.amount} 元，{methodNames[payment.method]}，等本人确认
              <small class="quiet">{dayName(payment.paidOn)}交款</small>
            </span>
            {isTreasury && <Withdraw payment={payment} onDone={done} />}
          </li>
        ))}
        {requests.map((request) => (
          <li key={request.id}>
            <span>
              {request.name}：{requestKinds[request.kind]}
              {request.kind === 'correction' ? '为' : ''} {request.amount} 元
              <small class="quiet">理由：{request.reason}</small>
            </span>
            {isTreasury &&
              (request.askedBy === me.id ? (
                <span class="mark calm">等另一位同志审批</span>
              ) : (
                <Decide
                  path={`/branch/dues/requests/${request.id}/decide`}
                  what={`${request.name}的${requestKinds[request.kind]}`}
                  yes="批准"
                  onDone={done}
                />
              ))}
          </li>
        ))}
        {bases.map(({ id, memberId, name, from }) => (
          <li key={id}>
            <span>
              {name}：申报了{monthName(from)}起的基数
            </span>
            {isTreasury && (
              <a class="button" href={`#/branch/${memberId}`}>
                去核对
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
