/** Slips to be cut apart and handed over: the only moment at which a code can be read. */
import { useHere } from '../context.ts'
import type { PrintedCode } from '../shapes.ts'
import { moment } from '../words.ts'

const purposes = { activation: '启用账号', reset: '重设密码' } as const
const pages = { activation: '/member/activate/', reset: '/member/reset/' } as const

export function Slips({ slips, onClose }: { slips: PrintedCode[]; onClose: () => void }) {
  const { me } = useHere()
  return (
    <section aria-label="一次性码">
      <p class="button-row no-print">
        <button type="button" class="button solid" onClick={() => print()}>
          打印
        </button>
        <button type="button" class="button" onClick={onClose}>
          收好了，返回名册
        </button>
      </p>
      <ul class="slips">
        {slips.map(({ memberId, name, number, purpose, code, expiresAt }) => (
          <li key={memberId}>
            <b>
              {name}（{number}）
            </b>
            <span>{purposes[purpose]}的一次性码</span>
            <code>{code}</code>
            <small>
              打开 {location.origin}
              {pages[purpose]}，{moment(expiresAt)}以前有效，只能用一次，请勿转告他人。{me.organisation}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
