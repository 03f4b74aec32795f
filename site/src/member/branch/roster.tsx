/** 党员名册: who belongs to the branch, and the slips with which members open their accounts. For officers alone. */
import { useState } from 'preact/hooks'
import { holds, useHere } from '../context.ts'
import { Show, useLoaded } from '../parts/load.tsx'
import { Sure } from '../parts/sure.tsx'
import { asRefusal } from '../refusal.ts'
import type { ListedMember, PrintedCode } from '../shapes.ts'
import { statusNames } from '../words.ts'
import { Slips } from './slips.tsx'

/** as many as the API gives at once */
const PAGE_SIZE = 50

function Person({ name, number, status }: Omit<ListedMember, 'id'>) {
  return (
    <span>
      {name}
      <small class="quiet">
        {number}，{statusNames[status]}
      </small>
    </span>
  )
}

export function Roster() {
  const { api, me, say } = useHere()
  const [words, setWords] = useState('')
  const [page, setPage] = useState(1)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [slips, setSlips] = useState<PrintedCode[] | null>(null)
  const [problem, setProblem] = useState('')
  const mayIssue = holds(me, 'slips')
  const asked = new URLSearchParams({ page: String(page), ...(words ? { words } : {}) })
  const loaded = useLoaded(() => api.get<ListedMember[]>(`/members?${asked}`), [api, words, page])

  function find(event: Event) {
    event.preventDefault()
    setPage(1)
    setWords(String(new FormData(event.currentTarget as HTMLFormElement).get('words') ?? '').trim())
  }
  const choose = (id: string, isChosen: boolean) =>
    setChosen((before) => {
      const after = new Set(before)
      if (isChosen) after.add(id)
      else after.delete(id)
      return after
    })
  async function issue() {
    setProblem('')
    try {
      setSlips(await api.post<PrintedCode[]>('/branch/codes', { memberIds: [...chosen] }))
      setChosen(new Set())
      say('码已生成，只显示这一次，请马上打印或抄下。')
    } catch (error) {
      setProblem(asRefusal(error).message)
    }
  }

  if (slips) return <Slips slips={slips} onClose={() => setSlips(null)} />
  return (
    <>
      <search>
        <form class="button-row" onSubmit={find}>
          <label class="field">
            <span>学号、工号或姓名</span>
            <input name="words" maxLength={50} autoComplete="off" />
          </label>
          <button type="submit" class="button">
            查找
          </button>
        </form>
      </search>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <Show loaded={loaded}>
        {(members) => (
          <>
            {members.length === 0 && <p class="quiet none">没有找到党员。</p>}
            <ul class="rows">
              {members.map(({ id, name, number, status }) => (
                <li key={id}>
                  {mayIssue ? (
                    <label class="pick">
                      <input
                        type="checkbox"
                        checked={chosen.has(id)}
                        onChange={({ currentTarget }) => choose(id, currentTarget.checked)}
                      />
                      <Person name={name} number={number} status={status} />
                    </label>
                  ) : (
                    <Person name={name} number={number} status={status} />
                  )}
                </li>
              ))}
            </ul>
            <p class="button-row">
              {page > 1 && (
                <button type="button" class="button" onClick={() => setPage(page - 1)}>
                  上一页
                </button>
              )}
              {members.length === PAGE_SIZE && (
                <button type="button" class="button" onClick={() => setPage(page + 1)}>
                  下一页
                </button>
              )}
            </p>
          </>
        )}
      </Show>
      {mayIssue && chosen.size > 0 && (
        <Sure
          ask={`为选中的 ${chosen.size} 人发一次性码`}
          question="每人得到一个新的码，他们以前领的码随即作废。已经启用账号的，用它重设密码。"
          yes="发码"
          onYes={issue}
          isSolid
        />
      )}
    </>
  )
}
