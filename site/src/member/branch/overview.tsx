/** 组织总览: how far each organisation has come this month, and whether the books add up. */
import { useState } from 'preact/hooks'
import { holds, useHere } from '../context.ts'
import { Choice, Problem } from '../parts/form.tsx'
import { Show, useLoaded } from '../parts/load.tsx'
import { Sure } from '../parts/sure.tsx'
import { asRefusal, type Refusal } from '../refusal.ts'
import type { BooksCheck, OverviewRow } from '../shapes.ts'
import { beijingDay, bookProblems, moment, monthName, monthsBack, yuan } from '../words.ts'
import { Bar } from './progress.tsx'
import { sumUp } from './sum-up.ts'

const MONTHS_SHOWN = 24

export function Overview() {
  const { api, me } = useHere()
  const months = monthsBack(beijingDay(new Date()), MONTHS_SHOWN)
  const [month, setMonth] = useState(months[0] ?? '')
  const loaded = useLoaded(() => api.get<OverviewRow[]>(`/committee/dues?month=${month}`), [api, month])
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
      </div>
      <Show loaded={loaded}>
        {(rows) => (
          <>
            <Table month={month} rows={rows} />
            <Books isStaff={holds(me, 'staff')} month={month} onBilled={loaded.again} />
          </>
        )}
      </Show>
    </>
  )
}

function Table({ month, rows }: { month: string; rows: readonly OverviewRow[] }) {
  if (rows.every(({ members }) => members === 0))
    return <p class="quiet none">{monthName(month)}还没有账单。账单每天夜里自动生成。</p>
  return (
    <table class="overview">
      <caption>{monthName(month)}各组织交纳情况（上级的数是下级的合计）</caption>
      <thead>
        <tr>
          <th scope="col">组织</th>
          <th scope="col">已交清</th>
          <th scope="col">应交（元）</th>
          <th scope="col">已交（元）</th>
          <th scope="col">进度</th>
        </tr>
      </thead>
      <tbody>
        {sumUp(rows)
          .filter(({ kind }) => kind !== 'group')
          .map(({ id, name, kind, depth, members, settled, dueFen, paidFen }) => (
            <tr key={id} class={`of-${kind} depth-${depth}`}>
              <th scope="row">{name}</th>
              <td data-name="已交清">
                {settled} / {members}
              </td>
              <td data-name="应交">{yuan(dueFen)}</td>
              <td data-name="已交">{yuan(paidFen)}</td>
              <td class="bar">
                <Bar name={`${name}已交`} part={paidFen} whole={dueFen} />
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}

type BooksProps = { isStaff: boolean; month: string; onBilled: () => Promise<void> }

function Books({ isStaff, month, onBilled }: BooksProps) {
  const { api, say } = useHere()
  const loaded = useLoaded(() => api.get<BooksCheck>('/committee/dues/check').then(wrap), [api])
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      setRefusal(null)
      await work()
    } catch (error) {
      setRefusal(asRefusal(error))
    }
  }
  const check = () =>
    attempt(async () => {
      const { problems } = await api.post<{ problems: unknown[] }>('/committee/dues/check')
      say(problems.length === 0 ? '核对完毕：账目相符。' : `核对完毕：有 ${problems.length} 处不符。`)
      await loaded.again()
    })
  const bill = () =>
    attempt(async () => {
      const { bills, gaps } = await api.post<{ bills: number; gaps: number }>('/committee/dues/billing', { month })
      say(`新生成 ${bills} 张账单；${gaps} 人还缺资料。`)
      await onBilled()
    })
  return (
    <section aria-labelledby="books">
      <div class="section-head">
        <h2 id="books">账目核对</h2>
      </div>
      <Problem refusal={refusal} />
      <Show loaded={loaded}>{({ check: last }) => <LastCheck last={last} />}</Show>
      {isStaff && (
        <div class="button-row">
          <button type="button" class="button" onClick={check}>
            现在核对
          </button>
          <Sure
            ask={`生成${monthName(month)}的账单`}
            question={`为还没有账单的党员生成${monthName(month)}的账单吗？已有的账单不会改动。`}
            yes="生成账单"
            onYes={bill}
          />
        </div>
      )}
    </section>
  )
}

/** Nothing has been checked yet: that is an answer, too. */
const wrap = (check: BooksCheck) => ({ check })

function LastCheck({ last }: { last: BooksCheck }) {
  if (last === null) return <p class="state">账目还没有核对过；每天早晨自动核对一次。</p>
  if (last.problems.length === 0)
    return (
      <p class="state on">
        账目相符。{moment(last.at)}核对了 {last.entries} 笔分录。
      </p>
    )
  return (
    <div class="state wrong">
      <p>
        <b>有 {last.problems.length} 处不符</b>，{moment(last.at)}核对。请联系党委工作人员和系统管理员。
      </p>
      <ul class="steps">
        {last.problems.map(({ code, about }) => (
          <li key={code + about}>
            {bookProblems[code] ?? code}（{about}）
          </li>
        ))}
      </ul>
    </div>
  )
}
