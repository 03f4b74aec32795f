/** 党费计算器: asks the CMS what is due and shows it as a slip. What was typed is sent, shown, and forgotten. */
import { tidyMoney } from './tidy-money.ts'

type Quote = { due: string; rate: string | null; article: string; flags: string[] }
type Refusal = { error?: { message: string; details?: { problems?: { field: string; message: string }[] } } }

const root = document.querySelector<HTMLElement>('[data-dues]') as HTMLElement
const part = (name: string) => root.querySelector<HTMLElement>(`[data-${name}]`) as HTMLElement
const form = root.querySelector('form') as HTMLFormElement
const category = root.querySelector('select') as HTMLSelectElement
const base = root.querySelector('input') as HTMLInputElement

const BEIJING_OFFSET_MS = 288e5
const MONTH_CHARACTERS = 7
const thisMonth = () => new Date(Date.now() + BEIJING_OFFSET_MS).toISOString().slice(0, MONTH_CHARACTERS)
const chosen = () => category.selectedOptions[0] as HTMLOptionElement
const asksForBase = () => chosen().dataset['asks'] !== ''

/** An answer to what is no longer in the form must not stand beside it. */
let turn = 0

function clear() {
  turn++
  part('slip').hidden = true
  part('empty').hidden = false
  part('status').textContent = ''
}

function showProblem(message: string) {
  part('problem').textContent = message
  part('problem').hidden = message === ''
  if (message) base.setAttribute('aria-invalid', 'true')
  else base.removeAttribute('aria-invalid')
}

function showChoice() {
  const { asks = '', says = '' } = chosen().dataset
  part('base').hidden = asks === ''
  part('label').textContent = asks
  part('hint').textContent = says
  showProblem('')
  clear()
}

const flagWords: Record<string, string> = {
  ABOVE_1000: '每月超过1000元。规定说“一般不超过1000元”：请报支部提出意见，由党委组织部研究，不要自己改数。',
  ZERO_BASE: '没有收入的，人员类别可能要改，例如改为下岗失业。请和支部组织委员核对。',
  AMOUNT_NOT_CHOSEN: '还没有选定金额，先按最低的0.20元显示。',
}
const ONE_FEN = 0.01
const percent = (rate: string) => `${Number((Number(rate) * 100).toFixed(2))}%`

/** Of a pension a college may count a part alone: then the amount times the rate is not what is due. */
function workingOf(due: string, rate: string | null, typed: string | null): [string, string][] {
  if (!rate || !typed) return []
  const isWhole = Math.abs(Number(typed) * Number(rate) - Number(due)) < ONE_FEN
  return isWhole ? [['算式', `${typed}元 × ${percent(rate)}`]] : [['比例', `${percent(rate)}，基数先按学院的系数折算`]]
}

function showQuote({ due, rate, article, flags }: Quote, typed: string | null) {
  const [year, month] = thisMonth().split('-').map(Number)
  const rows: [string, string][] = [
    ['人员', chosen().text],
    ...workingOf(due, rate, typed),
    ['依据', `《规定》第${'一二三四五六'[Number(article) - 1] ?? article}条`],
    ['月份', `${year}年${month}月`],
  ]
  part('due').textContent = due
  part('rows').replaceChildren(
    ...rows.flatMap(([name, value]) =>
      [
        ['dt', name],
        ['dd', value],
      ].map(([tag, text]) => Object.assign(document.createElement(tag as string), { textContent: text })),
    ),
  )
  const notes = flags.flatMap((flag) => flagWords[flag] ?? [])
  part('notes').replaceChildren(
    ...notes.map((note) => Object.assign(document.createElement('li'), { textContent: note })),
  )
  part('empty').hidden = true
  part('slip').hidden = false
  // below the keyboard of a phone nobody would see it
  part('slip').scrollIntoView({ block: 'nearest' })
  part('status').textContent = [`每月应交党费${due}元。`, ...notes].join('')
}

function refuse(message: string) {
  clear()
  if (asksForBase()) {
    showProblem(message)
    base.focus()
  } else part('status').textContent = message
}

const WITHIN_MS = 15_000
const AWAY = '没有连上服务器，请稍后再试；也可以对照下面的比例自己算。'

async function ask(typed: string | null): Promise<Quote & Refusal> {
  // a farmer may leave it to the least amount
  const amount = typed || (category.value === 'farmer' ? null : typed)
  const answer = await fetch('/api/dues/quote', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ category: category.value, base: amount, month: thisMonth() }),
    signal: AbortSignal.timeout(WITHIN_MS),
  })
  return answer.json()
}

function show(said: Quote & Refusal, typed: string | null) {
  if (said.error) {
    const problem = said.error.details?.problems?.find(({ field }) => field === 'base')
    return refuse(problem?.message ?? said.error.message)
  }
  showProblem('')
  showQuote(said, typed)
}

form.addEventListener('submit', async (event) => {
  event.preventDefault()
  const mine = ++turn
  const typed = asksForBase() ? tidyMoney(base.value) : null
  const work = await ask(typed).then(
    (said) => () => show(said, typed),
    () => () => refuse(AWAY),
  )
  if (mine === turn) work()
})
category.addEventListener('change', showChoice)
base.addEventListener('input', () => {
  showProblem('')
  clear()
})
// a browser that goes back fills the form again
showChoice()
