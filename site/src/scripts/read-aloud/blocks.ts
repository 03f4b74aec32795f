/** The parts of a page in the order in which they are read: what stands in the middle, without menus and lists beside it. */
import { sentencesOf } from './sentences.ts'

const BLOCKS = 'h1,h2,h3,h4,h5,h6,p,li,dt,dd,figcaption,caption,th,td'
const LEFT_OUT =
  'nav,aside,form,details:not([open]) > :not(summary),.page-tools,.read-aloud,.related,.no-print,.visually-hidden'
/** numbers of notes and drawings are no words */
const SILENT = 'sup,svg,audio,video,.visually-hidden'

export type Spoken = { block: HTMLElement; sentence: string }

function textOf(block: HTMLElement): string {
  const copy = block.cloneNode(true) as HTMLElement
  for (const silent of copy.querySelectorAll(SILENT)) silent.remove()
  return copy.textContent ?? ''
}

export function spokenParts(main: Element): Spoken[] {
  return [...main.querySelectorAll<HTMLElement>(BLOCKS)]
    .filter((block) => !block.querySelector(BLOCKS) && !block.closest(LEFT_OUT) && block.getClientRects().length > 0)
    .flatMap((block) => sentencesOf(textOf(block)).map((sentence) => ({ block, sentence })))
}
