/** 我的资料: what the roster knows. Numbers by which somebody is reached stay masked until their owner asks for them. */
import { useState } from 'preact/hooks'
import { useHere } from '../context.ts'
import { categoryNames, dayName, masked, officeNames, statusNames } from '../words.ts'
import { ChangePassword } from './change-password.tsx'

export function OwnData() {
  const { me } = useHere()
  const [isShown, setShown] = useState(false)
  const hideable = (text: string | null) => (text === null ? '没有登记' : isShown ? text : masked(text))
  const facts: [string, string][] = [
    ['姓名', me.name],
    ['学号/工号', me.number],
    ['所在支部', me.organisation],
    ['党员身份', statusNames[me.status] ?? me.status],
    ['接收为预备党员', dayName(me.admittedOn)],
    ...(me.fullOn ? [['转为正式党员', dayName(me.fullOn)] satisfies [string, string]] : []),
    ['党费人员类别', categoryNames[me.category] ?? me.category],
    ['手机', hideable(me.phone)],
    ['邮箱', hideable(me.mail)],
    ['身份证件号码', me.hasIdentity ? '已加密保存，这里不显示' : '没有登记'],
    ...(me.offices.length > 0
      ? [['党内职务', me.offices.map(({ role }) => officeNames[role]).join('、')] satisfies [string, string]]
      : []),
  ]
  return (
    <>
      <section aria-label="名册上的资料">
        <dl class="own-facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p class="button-row">
          <button type="button" class="button" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
            {isShown ? '遮住手机和邮箱' : '显示手机和邮箱'}
          </button>
        </p>
        <p class="quiet">资料有变动或者写错了，请告诉支部书记，由支部在名册里更正。</p>
      </section>
      <ChangePassword />
    </>
  )
}
