/** Places in the form: what is selected there, and how to get to it again. Works in plain fields and in the editor of texts. */
import type { Mark } from '../../domain/review/acts'
import { describePlace, findPlace } from '../../domain/review/place'

export type Place = Pick<Mark, 'field' | 'quote' | 'prefix' | 'suffix'>
type TextField = HTMLInputElement | HTMLTextAreaElement

const EDITABLE = '[contenteditable="true"]'
const FIELDS = 'form input[name]:not([type="hidden"]), form textarea[name]'

const isTextField = (element: Element | null): element is TextField =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text')

function inField(field: TextField): Place | null {
  const { selectionStart: start, selectionEnd: end, value, name } = field
  return start === null || end === null || start === end ? null : { field: name, ...describePlace(value, start, end) }
}

function inEditable(): Place | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const root = (range.startContainer.parentElement ?? null)?.closest(EDITABLE)
  if (!root) return null
  const before = document.createRange()
  before.selectNodeContents(root)
  before.setEnd(range.startContainer, range.startOffset)
  const start = before.toString().length
  return { field: 'body', ...describePlace(root.textContent ?? '', start, start + range.toString().length) }
}

/**
 * Follows what is selected in the editor of texts: pressing a button may take the selection away.
 * @returns how to stop
 */
export function watchSelection(keep: (place: Place | null) => void): () => void {
  const look = () => {
    const selection = document.getSelection()
    if (selection?.anchorNode?.parentElement?.closest(EDITABLE)) keep(inEditable())
  }
  document.addEventListener('selectionchange', look)
  return () => document.removeEventListener('selectionchange', look)
}

/** @param last the field that had the focus before the button took it */
export function selectedPlace(last: Element | null): Place | null {
  return (isTextField(last) ? inField(last) : null) ?? inEditable()
}

type Candidate = { fit: number; go: () => void }

function candidate(
  text: string,
  place: Place,
  isNamed: boolean,
  go: (start: number, end: number) => void,
): Candidate[] {
  const found = findPlace(text, place)
  if (!found) return []
  const { start } = found
  return [{ fit: found.fit + (isNamed ? 1 : 0), go: () => go(start, start + place.quote.length) }]
}

/** From an offset in the text of an element to the node that holds it. */
function pointAt(root: Element, offset: number): [Node, number] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  let passed = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (offset <= passed + length) return [node, offset - passed]
    passed += length
  }
  return [root, root.childNodes.length]
}

function goInEditable(root: HTMLElement, start: number, end: number) {
  const range = document.createRange()
  range.setStart(...pointAt(root, start))
  range.setEnd(...pointAt(root, end))
  root.focus({ preventScroll: true })
  const selection = document.getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
  range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'smooth' })
}

function goInField(field: TextField, start: number, end: number) {
  field.scrollIntoView({ block: 'center', behavior: 'smooth' })
  field.focus({ preventScroll: true })
  field.setSelectionRange(start, end)
}

/** Selects the place where it is in the form now. @returns false when it is gone */
export function goToPlace(place: Place): boolean {
  const fields = [...document.querySelectorAll<TextField>(FIELDS)].filter(isTextField)
  const editables = [...document.querySelectorAll<HTMLElement>(EDITABLE)]
  const found = [
    ...fields.flatMap((field) =>
      candidate(field.value, place, field.name === place.field, (start, end) => goInField(field, start, end)),
    ),
    ...editables.flatMap((root) =>
      candidate(root.textContent ?? '', place, place.field === 'body', (start, end) => goInEditable(root, start, end)),
    ),
  ]
  const [best] = found.toSorted((one, other) => other.fit - one.fit)
  best?.go()
  return best !== undefined
}
