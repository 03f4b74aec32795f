/** 启用账号, 重新设置密码: a one-time code becomes a password. Activation also tells what is kept, and asks for two consents. */
import { useState } from 'preact/hooks'
import type { Api } from './api.ts'
import { Field, Form, Tick, type Typed } from './parts/form.tsx'
import { numberMissing, StepsIn } from './parts/steps-in.tsx'
import { type Refusal, spellOut } from './refusal.ts'
import type { ConsentText, Texts } from './shapes.ts'

type Kind = 'activation' | 'reset'
const words = {
  activation: {
    title: '启用账号',
    lead: '凭支部发的纸条上的一次性码，设置自己的密码。码只能用一次；过期或找不到了，请支部重新发一个。',
    submit: '同意并启用',
  },
  reset: {
    title: '重新设置密码',
    lead: '凭一次性码设置新密码。码由支部发给；设置成功以后，其他设备上的登录全部失效。',
    submit: '设置新密码',
  },
} as const

const consentMissing = '请先勾选：不同意就不能启用账号。'
const nameOfConsent = ({ kind }: ConsentText) => `consent-${kind}`

function whatIsMissing({ text, secret, isTicked }: Typed, consents: readonly ConsentText[], byTicket: boolean) {
  const ticks = consents.filter((consent) => !isTicked(nameOfConsent(consent)))
  return {
    ...(byTicket || text('number') ? {} : { number: numberMissing }),
    ...(byTicket || text('code') ? {} : { code: '请填写一次性码。' }),
    ...(byTicket || secret('password') ? {} : { password: '请设置密码。' }),
    ...(byTicket || secret('password') === secret('again') ? {} : { again: '两次输入的密码不一样。' }),
    ...Object.fromEntries(ticks.map((consent) => [nameOfConsent(consent), consentMissing])),
  }
}

const fieldOf = (refusal: Refusal) => ({ CODE_WRONG: 'code', PASSWORD_WEAK: 'password' })[refusal.code]

type Props = {
  api: Api
  kind: Kind
  texts: Texts
  /** of the college's log-in: it has said who this is */
  ticket?: string | undefined
  onIn: () => void
}

export function FirstPassword({ api, kind, texts, ticket, onIn }: Props) {
  const [asked, setAsked] = useState<string | null>(null)
  const { title, lead, submit } = words[kind]
  const consents = kind === 'activation' ? texts.consents : []
  const byTicket = ticket !== undefined
  if (asked !== null) return <StepsIn api={api} first={asked} why={null} onIn={onIn} />

  async function send({ text, secret, isTicked }: Typed) {
    const who = byTicket ? { ticket } : { number: text('number'), code: text('code'), password: secret('password') }
    const given = kind === 'activation' ? { consents: consents.map(({ kind, version }) => ({ kind, version })) } : {}
    const entered = await api.enter(`/${kind}`, { ...who, ...given, isKept: isTicked('isKept') }).catch(spellOut)
    if (entered.state === 'in') onIn()
    else setAsked(entered.ticket)
  }

  return (
    <>
      <h1>{title}</h1>
      <p class="lead-in">{byTicket ? '统一身份认证已经确认了您的身份，再看一遍告知就可以启用。' : lead}</p>
      <Form
        submit={submit}
        check={(typed) => whatIsMissing(typed, consents, byTicket)}
        send={send}
        fieldOf={fieldOf}
        beside={
          <a class="underlined" href="/member/">
            已有账号，去登录
          </a>
        }
      >
        {(wrong) => (
          <>
            {!byTicket && <Secrets wrong={wrong} minCharacters={texts.password.minCharacters} />}
            {consents.map((consent) => (
              <Consent key={consent.kind} consent={consent} problem={wrong[nameOfConsent(consent)]} />
            ))}
            <Tick name="isKept">在这台设备上保持登录（不要在公用电脑上勾选）</Tick>
          </>
        )}
      </Form>
    </>
  )
}

function Secrets({ wrong, minCharacters }: { wrong: { [field: string]: string | undefined }; minCharacters: number }) {
  return (
    <>
      <Field label="学号/工号" name="number" problem={wrong['number']} autoComplete="username" />
      <Field
        label="一次性码"
        name="code"
        problem={wrong['code']}
        hint="纸条上的十个字符，大小写都行，横线可以不写。"
        autoComplete="one-time-code"
      />
      <Field
        label="设置密码"
        name="password"
        type="password"
        problem={wrong['password']}
        hint={`至少 ${minCharacters} 个字符，字母、数字、符号至少有两种；也可以用一句只有自己知道的话。`}
        autoComplete="new-password"
      />
      <Field label="再输一次密码" name="again" type="password" problem={wrong['again']} autoComplete="new-password" />
    </>
  )
}

function Consent({ consent, problem }: { consent: ConsentText; problem: string | undefined }) {
  return (
    <section class="consent" aria-labelledby={`title-${consent.kind}`}>
      <h2 id={`title-${consent.kind}`}>{consent.title}</h2>
      {consent.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <Tick name={nameOfConsent(consent)}>{consent.agreed}</Tick>
      {problem && (
        <p class="field-problem" role="alert">
          {problem}
        </p>
      )}
    </section>
  )
}
