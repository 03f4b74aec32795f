import { useState } from 'preact/hooks'
import { useHere } from '../context.ts'
import { Field, Form } from '../parts/form.tsx'
import { spellOut } from '../refusal.ts'

const fields: Record<string, string> = { PASSWORD_WRONG: 'present', PASSWORD_WEAK: 'next' }

export function ChangePassword() {
  const { api, say } = useHere()
  // an empty form after it was done
  const [turn, setTurn] = useState(0)
  return (
    <section aria-labelledby="password">
      <div class="section-head">
        <h2 id="password">修改密码</h2>
      </div>
      <Form
        key={turn}
        submit="修改密码"
        check={({ secret }) => ({
          ...(secret('present') ? {} : { present: '请填写现在的密码。' }),
          ...(secret('next') ? {} : { next: '请填写新密码。' }),
          ...(secret('next') === secret('again') ? {} : { again: '两次输入的密码不一样。' }),
        })}
        send={async ({ secret }) => {
          await api.post('/auth/password', { present: secret('present'), next: secret('next') }).catch(spellOut)
          setTurn(turn + 1)
          say('密码已修改。')
        }}
        fieldOf={({ code }) => fields[code]}
      >
        {(wrong) => (
          <>
            <Field
              label="现在的密码"
              name="present"
              type="password"
              autoComplete="current-password"
              problem={wrong['present']}
            />
            <Field label="新密码" name="next" type="password" autoComplete="new-password" problem={wrong['next']} />
            <Field
              label="再输一次新密码"
              name="again"
              type="password"
              autoComplete="new-password"
              problem={wrong['again']}
            />
          </>
        )}
      </Form>
    </section>
  )
}
