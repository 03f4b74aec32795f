/** 我的基数: what dues are counted from. Declared here, confirmed by somebody else of the branch, shown only when asked for. */
import { useState } from 'preact/hooks'
import { useHere } from '../context.ts'
import { isMonth, tidyMonth } from '../month.ts'
import { Field, Form } from '../parts/form.tsx'
import { Show, useLoaded } from '../parts/load.tsx'
import type { Base } from '../shapes.ts'
import { baseStates, beijingDay, monthName } from '../words.ts'

export const amountMalformed = '金额只能写数字和一个小数点，最多两位小数，例如 3456.78。'
/** The category alone decides whether there is a base at all; the API says so where somebody tries. */
const withoutBase = ['student', 'unemployed', 'relief', 'minimum-allowance', 'farmer']

export function Bases() {
  const { me } = useHere()
  const [isOpen, setOpen] = useState(false)
  return (
    <section aria-labelledby="bases">
      <div class="section-head">
        <h2 id="bases">我的基数</h2>
      </div>
      {withoutBase.includes(me.category) ? (
        <p class="quiet none">您这类党员交纳固定数额的党费，不用申报基数。</p>
      ) : isOpen ? (
        <OwnBases />
      ) : (
        <>
          <p class="quiet none">党费按这个基数计算。旁边有人时请注意遮挡。</p>
          <p class="button-row">
            <button type="button" class="button" onClick={() => setOpen(true)}>
              查看和申报基数
            </button>
          </p>
        </>
      )}
    </section>
  )
}

function OwnBases() {
  const { api, say } = useHere()
  const loaded = useLoaded(() => api.get<Base[]>('/member/dues/bases'), [api])
  return (
    <Show loaded={loaded}>
      {(bases) => (
        <>
          <BaseList bases={bases} />
          <h3>申报新的基数</h3>
          <WhatCounts />
          <DeclareBase
            send={async (data) => {
              await api.post('/member/dues/bases', data)
              say('已申报，等支部确认后生效。')
              await loaded.again()
            }}
          />
        </>
      )}
    </Show>
  )
}

export function BaseList({ bases }: { bases: readonly Base[] }) {
  if (bases.length === 0) return <p class="quiet none">还没有申报过基数。</p>
  return (
    <ul class="rows">
      {bases.map(({ id, from, amount, state, note }) => (
        <li key={id}>
          <span>
            {monthName(from)}起{note && <small class="quiet">支部意见：{note}</small>}
          </span>
          <span class="number">{amount} 元</span>
          <span class={`mark ${state === 'confirmed' ? 'done' : 'calm'}`}>{baseStates[state]}</span>
        </li>
      ))}
    </ul>
  )
}

/** The regulations of 2008, articles 1 and 2, as far as members of a college meet them. */
const WhatCounts = () => (
  <details class="what-counts">
    <summary>哪些收入算在基数里？</summary>
    <ul class="steps">
      <li>按月领工资的：相对固定的、经常性的工资收入（税后），包括岗位工资、薪级工资、绩效工资、津贴补贴。</li>
      <li>不算：加班费、奖金等不固定的收入，各种补助（如交通、通讯补助），以及单位代缴的保险和公积金。</li>
      <li>离退休的：每月实际领取的离退休费总额或养老金总额。</li>
      <li>年薪制的：每月当月实际领取的薪酬收入。</li>
      <li>
        拿不准的，先看<a href="/dues/">党费缴纳</a>，用<a href="/calculator/">党费计算器</a>算一算，再问支部的组织委员。
      </li>
    </ul>
  </details>
)

type DeclareProps = { send: (data: { from: string; amount: string }) => Promise<unknown> }

export function DeclareBase({ send }: DeclareProps) {
  const month = beijingDay(new Date()).slice(0, 'YYYY-MM'.length)
  return (
    <Form
      submit="申报"
      check={({ text }) => ({
        ...(text('amount') ? {} : { amount: '请填写每月的基数，单位是元，例如 3456.78。' }),
        ...(isMonth(tidyMonth(text('from'))) ? {} : { from: '月份要写成“年-月”，例如 2026-11。' }),
      })}
      send={({ text }) => send({ amount: text('amount'), from: tidyMonth(text('from')) })}
      malformed={{ amount: amountMalformed }}
    >
      {(wrong) => (
        <>
          <Field
            label="每月基数（元）"
            name="amount"
            inputMode="decimal"
            autoComplete="off"
            hint="精确到分，例如 3456.78"
            problem={wrong['amount']}
          />
          <Field
            label="从哪个月起"
            name="from"
            defaultValue={month}
            autoComplete="off"
            hint="写成“年-月”，例如 2026-11"
            problem={wrong['from']}
          />
        </>
      )}
    </Form>
  )
}
