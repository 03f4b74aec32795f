/** Reads the page aloud, one sentence after the other, and marks the paragraph. A pause is remembered by us: many phones know none. */
import { spokenParts } from './blocks.ts'
import { chineseVoice } from './sentences.ts'

const VOICES_WITHIN_MS = 1000
const RATE_KEY = 'read-aloud-rate'
const BAR = `<button type="button" data-do="pause">暂停</button><button type="button" data-do="stop">停止</button><label>语速 <select><option value="0.75">慢</option><option value="1" selected>正常</option><option value="1.25">快</option><option value="1.5">很快</option></select></label><span role="status"></span>`

/** Some browsers learn their voices from the system after the page has loaded. */
const voices = () =>
  new Promise<SpeechSynthesisVoice[]>((resolve) => {
    const answer = () => resolve(speechSynthesis.getVoices())
    if (speechSynthesis.getVoices().length > 0) return answer()
    speechSynthesis.addEventListener('voiceschanged', answer, { once: true })
    setTimeout(answer, VOICES_WITHIN_MS)
  })

let stop: (() => void) | undefined

/** @param opener gets the focus back at the end */
async function readAloud(opener: HTMLElement) {
  stop?.()
  const bar = document.createElement('div')
  bar.className = 'reader no-print'
  bar.setAttribute('role', 'region')
  bar.setAttribute('aria-label', '朗读')
  bar.innerHTML = BAR
  document.body.append(bar)
  const find = <E extends Element>(selector: string) => bar.querySelector(selector) as E
  const pause = find<HTMLButtonElement>('[data-do=pause]')
  const rate = find<HTMLSelectElement>('select')
  const status = find<HTMLElement>('[role=status]')
  const parts = spokenParts(document.querySelector('main') as Element)
  let at = 0
  /** of the utterance that counts; kept, because some browsers drop one that nobody holds, and its end with it */
  let current: SpeechSynthesisUtterance | undefined
  let voice: SpeechSynthesisVoice | null = null

  const silence = () => {
    current = undefined
    speechSynthesis.cancel()
  }
  const mark = (block?: HTMLElement) => {
    document.querySelector('.being-read')?.classList.remove('being-read')
    block?.classList.add('being-read')
  }
  const end = () => {
    silence()
    mark()
    bar.remove()
    stop = undefined
    ;(opener.getClientRects().length > 0 ? opener : document.querySelector<HTMLElement>('.display summary'))?.focus()
  }
  const speak = () => {
    silence()
    const part = parts[at]
    if (!part) return end()
    if (!part.block.classList.contains('being-read')) part.block.scrollIntoView({ block: 'center' })
    mark(part.block)
    const utterance = new SpeechSynthesisUtterance(part.sentence)
    Object.assign(utterance, { lang: voice?.lang ?? 'zh-CN', voice, rate: Number(rate.value) })
    utterance.onend = () => {
      if (utterance !== current) return
      at += 1
      speak()
    }
    utterance.onerror = () => {
      if (utterance === current) hold('读不出来，请稍后再试。')
    }
    current = utterance
    speechSynthesis.speak(utterance)
  }
  const hold = (reason: string) => {
    silence()
    pause.textContent = '继续'
    status.textContent = reason
  }
  const goOn = () => {
    pause.textContent = '暂停'
    status.textContent = ''
    speak()
  }

  stop = end
  pause.onclick = () => (current ? hold('已暂停。') : goOn())
  find<HTMLButtonElement>('[data-do=stop]').onclick = end
  bar.onkeydown = ({ key }) => {
    if (key === 'Escape') end()
  }
  try {
    rate.value = localStorage.getItem(RATE_KEY) ?? '1'
  } catch {
    // nothing is kept here
  }
  rate.onchange = () => {
    try {
      localStorage.setItem(RATE_KEY, rate.value)
    } catch {
      // the rate holds for this page
    }
    if (current) speak()
  }
  addEventListener('pagehide', () => stop?.(), { once: true })
  pause.focus()

  const known = await voices()
  if (!bar.isConnected) return
  voice = chineseVoice(known)
  if (known.length > 0 && !voice) return hold('这台设备没有装中文语音，请先在系统设置里添加。')
  goOn()
}

addEventListener('read-aloud', (event) => readAloud((event as CustomEvent<HTMLElement>).detail))
