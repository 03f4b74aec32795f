/** 两步验证: set up with an authenticator app, its recovery codes, and switched off. */
import { useState } from 'preact/hooks'
import type { SecondFactor } from '../api.ts'
import { useHere } from '../context.ts'
import { CodeField } from '../parts/ask-second-factor.tsx'
import { Field, Form } from '../parts/form.tsx'
import { Show, useLoaded } from '../parts/load.tsx'

type Stand = { state: SecondFactor; isNeeded: boolean; recoveryCodesLeft: number }
type Secret = { secret: string; uri: string; qr: string }
type Step = { is: 'resting' } | { is: 'scan'; secret: Secret } | { is: 'codes'; codes: string[] }

export function SecondFactorRoom() {
  const { api, say } = useHere()
  const loaded = useLoaded(() => api.get<Stand>('/auth/second-factor'), [api])
  const [step, setStep] = useState<Step>({ is: 'resting' })
  const gotCodes = async (codes: string[], done: string) => {
    setStep({ is: 'codes', codes })
    say(done)
    await loaded.again()
  }
  return (
    <section aria-labelledby="second-factor">
      <div class="section-head">
        <h2 id="second-factor">两步验证</h2>
      </div>
      <Show loaded={loaded}>
        {(stand) => {
          if (step.is === 'codes') return <RecoveryCodes codes={step.codes} onKept={() => setStep({ is: 'resting' })} />
          if (step.is === 'scan')
            return (
              <Scan secret={step.secret} onDone={(codes) => gotCodes(codes, '两步验证已打开。请把备用码抄下来。')} />
            )
          if (stand.state === 'absent')
            return <Begin isNeeded={stand.isNeeded} onShown={(secret) => setStep({ is: 'scan', secret })} />
          return (
            <SetUp
              stand={stand}
              onCodes={(codes) => gotCodes(codes, '已换成新的备用码，旧的作废。')}
              onOff={async () => {
                say('两步验证已停用。')
                await loaded.again()
              }}
            />
          )
        }}
      </Show>
    </section>
  )
}

const codeMissing = { code: '请输入验证码。' }
const wrongCode = ({ status }: { status: number }) => (status === 400 ? 'code' : undefined)

function Begin({ isNeeded, onShown }: { isNeeded: boolean; onShown: (secret: Secret) => void }) {
  const { api } = useHere()
  return (
    <>
      <p class="lead-in">
        {isNeeded
          ? '您的职务能看到别人的党费，必须设置两步验证：登录时除了密码，还要输入手机验证器上的六位数字。'
          : '登录时除了密码，还要输入手机验证器上的六位数字，别人知道了密码也进不来。'}
      </p>
      <p class="quiet">验证器是手机应用，例如系统自带的密码管理、微软或谷歌的身份验证器；没有网络也能用。</p>
      <Form
        submit="开始设置"
        check={({ secret }) => (secret('password') ? {} : { password: '请填写您的密码。' })}
        send={async ({ secret }) =>
          onShown(await api.post<Secret>('/auth/second-factor', { password: secret('password') }))
        }
        fieldOf={({ code }) => (code === 'PASSWORD_WRONG' ? 'password' : undefined)}
      >
        {(wrong) => (
          <Field
            label="您的密码"
            name="password"
            type="password"
            autoComplete="current-password"
            problem={wrong['password']}
          />
        )}
      </Form>
    </>
  )
}

function Scan({ secret, onDone }: { secret: Secret; onDone: (codes: string[]) => Promise<void> }) {
  const { api } = useHere()
  return (
    <>
      <ol class="steps">
        <li>用验证器扫描下面的二维码；验证器就在这台手机上的，点“在验证器中打开”。</li>
        <li>把验证器上的六位数字填在下面。</li>
      </ol>
      {/* a drawing of our own server's, of nothing that anybody has typed */}
      <div class="qr" role="img" aria-label="验证器用的二维码" dangerouslySetInnerHTML={{ __html: secret.qr }} />
      <p>
        <a class="underlined" href={secret.uri}>
          在验证器中打开
        </a>
      </p>
      <p>
        不能扫码时，在验证器里手工输入密钥：<code>{secret.secret}</code>
      </p>
      <Form
        submit="打开两步验证"
        check={({ text }) => (text('code') ? {} : codeMissing)}
        send={async ({ text }) => {
          const { recoveryCodes } = await api.post<{ recoveryCodes: string[] }>('/auth/second-factor/confirm', {
            code: text('code'),
          })
          await onDone(recoveryCodes)
        }}
        fieldOf={wrongCode}
      >
        {(wrong) => <CodeField problem={wrong['code']} />}
      </Form>
    </>
  )
}

function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  return (
    <>
      <p>手机丢了、换了，就靠这些备用码登录。每个只能用一次，只显示这一次：请抄在纸上收好，或者打印出来。</p>
      <ul class="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p class="button-row">
        <button type="button" class="button solid" onClick={onKept}>
          我已抄好
        </button>
        <button type="button" class="button" onClick={() => print()}>
          打印
        </button>
      </p>
    </>
  )
}

type SetUpProps = { stand: Stand; onCodes: (codes: string[]) => Promise<void>; onOff: () => Promise<void> }

function SetUp({ stand, onCodes, onOff }: SetUpProps) {
  const { api } = useHere()
  return (
    <>
      <p class="state on">
        已打开。还剩 <b>{stand.recoveryCodesLeft}</b> 个备用码。
      </p>
      <details>
        <summary>换一批备用码</summary>
        <Form
          submit="换新的备用码"
          check={({ text }) => (text('code') ? {} : codeMissing)}
          send={async ({ text }) => {
            const data = { code: text('code') }
            const made = await api.post<{ recoveryCodes: string[] }>('/auth/second-factor/recovery-codes', data)
            await onCodes(made.recoveryCodes)
          }}
          fieldOf={wrongCode}
        >
          {(wrong) => <CodeField problem={wrong['code']} />}
        </Form>
      </details>
      <details>
        <summary>停用（换手机时，先停用再重新设置）</summary>
        <Form
          submit="停用两步验证"
          check={({ text }) => (text('code') ? {} : codeMissing)}
          send={async ({ text }) => {
            await api.post('/auth/second-factor/off', { code: text('code') })
            await onOff()
          }}
          fieldOf={wrongCode}
        >
          {(wrong) => <CodeField problem={wrong['code']} />}
        </Form>
      </details>
    </>
  )
}
