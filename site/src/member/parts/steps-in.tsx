/** Logging in: number and password, then the second factor where there is one. */
import { useState } from 'preact/hooks'
import type { Api } from '../api.ts'
import type { Refusal } from '../refusal.ts'
import type { Texts } from '../shapes.ts'
import { CodeField } from './ask-second-factor.tsx'
import { Field, Form, Problem, Tick } from './form.tsx'

export const numberMissing = '请填写学号或工号。'

export function StepsIn({ api, first, why, onIn }: StepsInProps) {
  const [ticket, setTicket] = useState(first ?? null)
  return ticket === null ? (
    <LogIn api={api} why={why} onIn={onIn} onAsked={setTicket} />
  ) : (
    <SecondStep api={api} ticket={ticket} onIn={onIn} onBack={() => setTicket(null)} />
  )
}
type StepsInProps = {
  api: Api
  /** a log-in of the college that has led here */
  first?: string | undefined
  why: Refusal | null
  onIn: () => void
}

type LogInProps = { api: Api; why: Refusal | null; onIn: () => void; onAsked: (ticket: string) => void }

function LogIn({ api, why, onIn, onAsked }: LogInProps) {
  return (
    <>
      <h1>党员登录</h1>
      <p class="lead-in">查看、申报和确认自己的党费。第一次来，请先用支部发的一次性码启用账号。</p>
      <Problem refusal={why} />
      <Form
        submit="登录"
        check={({ text, secret }) => ({
          ...(text('number') ? {} : { number: numberMissing }),
          ...(secret('password') ? {} : { password: '请填写密码。' }),
        })}
        send={async ({ text, secret, isTicked }) => {
          const data = { number: text('number'), password: secret('password'), isKept: isTicked('isKept') }
          const entered = await api.enter('/login', data)
          if (entered.state === 'in') onIn()
          else onAsked(entered.ticket)
        }}
        beside={
          <>
            <a class="button" href="/member/activate/">
              启用账号
            </a>
            <a class="underlined" href="/member/reset/">
              忘记密码
            </a>
          </>
        }
      >
        {(wrong) => (
          <>
            <Field label="学号/工号" name="number" problem={wrong['number']} autoComplete="username" />
            <Field
              label="密码"
              name="password"
              type="password"
              problem={wrong['password']}
              autoComplete="current-password"
            />
            <Tick name="isKept">在这台设备上保持登录（不要在公用电脑上勾选）</Tick>
          </>
        )}
      </Form>
    </>
  )
}

type SecondStepProps = { api: Api; ticket: string; onIn: () => void; onBack: () => void }

function SecondStep({ api, ticket, onIn, onBack }: SecondStepProps) {
  return (
    <>
      <h1>两步验证</h1>
      <p class="lead-in">请打开手机上的验证器，输入现在显示的六位数字。</p>
      <Form
        submit="继续"
        check={({ text }) => (text('code') ? {} : { code: '请输入验证码。' })}
        send={async ({ text }) => {
          await api.enter('/login/second-factor', { ticket, code: text('code') })
          onIn()
        }}
        fieldOf={({ code }) => (code === 'SECOND_FACTOR_WRONG' ? 'code' : undefined)}
        beside={
          <button type="button" class="button" onClick={onBack}>
            返回
          </button>
        }
      >
        {(wrong) => <CodeField problem={wrong['code']} />}
      </Form>
    </>
  )
}

const wayNames = ['oidc', 'cas'] as const

/** The college's own log-in, where it is set up. */
export function OtherWays({ texts }: { texts: Texts | null }) {
  const ways = wayNames.filter((way) => texts?.signOn[way])
  if (ways.length === 0) return null
  return (
    <p class="button-row">
      {ways.map((way) => (
        <a key={way} class="button" href={`/api/auth/${way}/start?to=/member/`}>
          用{texts?.signOn[way]}登录
        </a>
      ))}
    </p>
  )
}
