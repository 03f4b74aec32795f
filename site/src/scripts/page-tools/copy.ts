/** 复制引用、复制网址: into the clipboard, and a word about it. */
import type { MakeButton, Say } from './row.ts'

const SHOWN_MS = 4000

export function offerCopies(button: MakeButton, say: Say) {
  const copy = async (text: string) => {
    const words = await navigator.clipboard.writeText(text).then(
      () => '已复制',
      () => '没能复制，请选中文字后复制',
    )
    say(words)
    setTimeout(() => say(''), SHOWN_MS)
  }
  const canonical = document.querySelector<HTMLLinkElement>('[rel=canonical]')
  const citation = document.querySelector('.citation')
  citation?.after(button('复制引用', () => copy(citation.textContent ?? '')))
  const last = document.querySelector('.page-tools > a')
  last?.before(button('复制网址', () => copy(canonical?.href ?? location.href)))
}
