/** An office asks for the second factor, and the session has not shown it today. */
import { useHere } from '../context.ts'
import { Field, Form } from './form.tsx'

export function AskSecondFactor({ onPassed }: { onPassed: () => unknown }) {
  const { api, say } = useHere()
  return (
    <section aria-labelledby="ask-second-factor">
      <h2 id="ask-second-factor">请先做两步验证</h2>
      <p class="lead-in">
        这里能看到别人的党费，要再验证一次。请打开手机上的验证器，输入现在显示的六位数字。还没有设置的，请先到
        <a href="#/devices">我的设备</a>设置两步验证。
      </p>
      <Form
        submit="验证"
        check={({ text }) => (text('code') ? {} : { code: '请输入验证码。' })}
        send={async ({ text }) => {
          await api.post('/auth/second-factor/pass', { code: text('code') })
          say('验证通过。')
          await onPassed()
        }}
        fieldOf={({ status }) => (status === 400 ? 'code' : undefined)}
      >
        {(wrong) => <CodeField problem={wrong['code']} />}
      </Form>
    </section>
  )
}

export const CodeField = ({ problem }: { problem: string | undefined }) => (
  <Field
    label="验证码"
    name="code"
    problem={problem}
    hint="验证器上的六位数字；手机不在身边时，可以输入一个备用码。"
    autoComplete="one-time-code"
    inputMode="text"
  />
)
