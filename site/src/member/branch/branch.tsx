/** 支部党费: who has paid this month, what waits, and writing down a payment. For officers alone. */
import { useState } from 'preact/hooks'
import { holds, useHere } from '../context.ts'
import { Choice } from '../parts/form.tsx'
import { Show, useLoaded } from '../parts/load.tsx'
import type { BranchBill, BranchMonth, Gap, Organisation } from '../shapes.ts'
import { beijingDay, gapReasons, monthName, monthsBack, yuan } from '../words.ts'
import { Progress } from './progress.tsx'
import { RecordPayment } from './record-payment.tsx'
import { WaitingList } from './waiting-list.tsx'

const MONTHS_SHOWN = 24
const isOpenBranch = ({ kind, dissolvedOn }: Organisation) => kind === 'branch' && dissolvedOn === null
const everything = ['', '全部'] as const

export function Branch() {
  const { api, me } = useHere()
  const months = monthsBack(beijingDay(new Date()), MONTHS_SHOWN)
  const [month, setMonth] = useState(months[0] ?? '')
  const [organisation, setOrganisation] = useState('')
  // what was written down waits from now on
  const [turn, setTurn] = useState(0)
  const [recorded, setRecorded] = useState<BranchBill | null>(null)
  const [branches, setBranches] = useState<Organisation[] | null>(null)
  const asked = new URLSearchParams({ month, ...(organisation ? { organisation } : {}) })
  const loaded = useLoaded(async () => {
    const found = await api.get<BranchMonth>(`/branch/dues?${asked}`)
    if (branches === null) setBranches((await api.get<Organisation[]>('/organisations')).filter(isOpenBranch))
    return found
  }, [api, month, organisation])

  return (
    <>
      <div class="pickers">
        <Choice
          label="月份"
          name="month"
          value={month}
          options={months.map((one) => [one, monthName(one)] as const)}
          onChange={setMonth}
        />
        {branches !== null && branches.length > 1 && (
          <Choice
            label="支部"
            name="organisation"
            value={organisation}
            options={[everything, ...branches.map(({ id, name }) => [id, name] as const)]}
            onChange={setOrganisation}
          />
        )}
      </div>
      <Show loaded={loaded}>
        {({ bills, gaps }) => (
          <>
            <Progress month={month} bills={bills} gaps={gaps.length} />
            {recorded && (
              <RecordPayment
                key={recorded.id}
                bill={recorded}
                onClose={() => setRecorded(null)}
                onDone={async () => {
                  setRecorded(null)
                  setTurn(turn + 1)
                  await loaded.again()
                }}
              />
            )}
            <WaitingList turn={turn} onDone={loaded.again} />
            <Bills bills={bills} onRecord={holds(me, 'treasury') ? setRecorded : null} />
            <Gaps gaps={gaps} />
          </>
        )}
      </Show>
    </>
  )
}

type Which = 'open' | 'all'
type BillsProps = { bills: readonly BranchBill[]; onRecord: ((bill: BranchBill) => void) | null }

function Bills({ bills, onRecord }: BillsProps) {
  const [which, setWhich] = useState<Which>('open')
  const open = bills.filter(({ due, paid }) => paid.fen < due.fen)
  const shown = which === 'open' ? open : bills
  return (
    <section aria-labelledby="bills">
      <div class="section-head">
        <h2 id="bills">党员名单</h2>
      </div>
      <fieldset class="switch">
        <legend class="visually-hidden">名单里显示谁</legend>
        {(
          [
            ['open', `还没交清（${open.length}）`],
            ['all', `全部（${bills.length}）`],
          ] as const
        ).map(([value, name]) => (
          <button key={value} type="button" aria-pressed={which === value} onClick={() => setWhich(value)}>
            {name}
          </button>
        ))}
      </fieldset>
      {shown.length === 0 && <p class="quiet none">{bills.length === 0 ? '这个月还没有账单。' : '都交清了。'}</p>}
      <ul class="rows">
        {shown.map((bill) => (
          <li key={bill.id}>
            <span>
              <a class="underlined" href={`#/branch/${bill.memberId}`}>
                {bill.name}
              </a>
              <small class="quiet">{bill.number}</small>
            </span>
            <span class="number">
              {bill.due.amount} 元
              {bill.paid.fen > 0 && bill.paid.fen < bill.due.fen && (
                <small class="quiet">还差 {yuan(bill.due.fen - bill.paid.fen)}</small>
              )}
            </span>
            {bill.paid.fen >= bill.due.fen ? (
              <span class="mark done">已交清</span>
            ) : onRecord ? (
              <button type="button" class="button" onClick={() => onRecord(bill)}>
                登记<span class="visually-hidden">{bill.name}的交纳</span>
              </button>
            ) : (
              <span class="mark open">未交清</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Gaps({ gaps }: { gaps: readonly Gap[] }) {
  if (gaps.length === 0) return null
  return (
    <section aria-labelledby="gaps">
      <div class="section-head">
        <h2 id="gaps">还不能生成账单</h2>
      </div>
      <ul class="rows">
        {gaps.map(({ memberId, name, number, reason }) => (
          <li key={memberId}>
            <span>
              <a class="underlined" href={`#/branch/${memberId}`}>
                {name}
              </a>
              <small class="quiet">{number}</small>
            </span>
            <span>{gapReasons[reason] ?? '资料不全'}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
