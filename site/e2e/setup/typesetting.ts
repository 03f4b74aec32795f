/** How a text is set in a browser: what its parts look like, and where they stand. */
import type { Locator } from '@playwright/test'

/** A part of a text by its element, and by words in it where there are several; the innermost that has them. */
export type Part = { element: string; words?: string }

const PROPERTIES = [
  ...['color', 'background-color', 'font-family', 'font-size', 'font-weight', 'font-style', 'line-height'],
  ...['text-align', 'text-indent', 'text-decoration-line', 'text-decoration-color', 'text-underline-offset'],
  ...['vertical-align', 'letter-spacing', 'list-style-type', 'line-break', 'overflow-wrap', 'text-wrap-style'],
  ...['text-autospace', 'text-spacing-trim', 'hanging-punctuation', 'font-variant-numeric', 'border-collapse'],
  ...['max-width', 'min-width', 'max-height', 'object-fit', 'overflow-x', 'filter'],
  ...['top', 'right', 'bottom', 'left'].flatMap((side) => [
    `margin-${side}`,
    `padding-${side}`,
    `border-${side}-width`,
    `border-${side}-style`,
    `border-${side}-color`,
  ]),
]

export type Setting = Record<string, string | number>

/** @param text the element that holds it @returns by part, what it looks like; lengths in pixels, from the text's left edge */
export const settingOf = (text: Locator, parts: readonly Part[]): Promise<Record<string, Setting>> =>
  text.evaluate(
    (root, { asked, properties }) => {
      const left = root.getBoundingClientRect().left
      const round = (length: number) => Math.round(length * 2) / 2
      /** where its first letter stands */
      const firstLetter = (element: Element) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const range = document.createRange()
          // a box to tick is called by what it is for
          if (node.parentElement?.closest('label')) continue
          // blanks before it, as between a box and its words, are a letter's distance elsewhere
          const at = (node.textContent ?? '').search(/\S/)
          if (at === -1) continue
          range.setStart(node, at)
          range.setEnd(node, at + 1)
          const [line] = range.getClientRects()
          if (line && line.width > 1) return round(line.left - left)
        }
        return 'none'
      }
      const entries = asked.map(({ element: name, words = '' }) => {
        const found = [root, ...root.querySelectorAll(name)].filter(
          (one) => one.matches(name) && one.textContent?.includes(words),
        )
        const element = found.at(-1)
        if (!element) throw new Error(`${name} ${words} is not in the text`)
        const style = getComputedStyle(element)
        const box = element.getBoundingClientRect()
        const looks = Object.fromEntries(properties.map((property) => [property, style.getPropertyValue(property)]))
        const place = { x: round(box.left - left), width: round(box.width), height: round(box.height) }
        return [`${name} ${words}`.trim(), { ...looks, ...place, firstLetter: firstLetter(element) }]
      })
      return Object.fromEntries(entries)
    },
    { asked: [...parts], properties: PROPERTIES },
  )
