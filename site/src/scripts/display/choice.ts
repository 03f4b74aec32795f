/** How a reader wants pages to look: attributes of the root element, kept on the device. */
const KEY = 'display'

export const names = ['care', 'size', 'theme'] as const
export type Name = (typeof names)[number]
export type Choice = Partial<Record<Name, string>>

const root = document.documentElement

/** Where a browser keeps nothing, or something else was put there, pages look as they are. */
export function kept(): Choice {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') ?? {}
  } catch {
    return {}
  }
}

export function show(choice: Choice) {
  for (const name of names)
    if (choice[name]) root.dataset[name] = choice[name]
    else delete root.dataset[name]
}

export const shown = (): Choice => Object.fromEntries(names.map((name) => [name, root.dataset[name]]))

/** For this page at once, for others where the browser may keep it. */
export function choose(choice: Choice) {
  show({ ...shown(), ...choice })
  try {
    localStorage.setItem(KEY, JSON.stringify(shown()))
  } catch {
    // private windows of some browsers: the choice holds for this page
  }
}
