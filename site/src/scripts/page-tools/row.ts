/** The row of tools below a post: buttons that only a script can use, and one line that says what came of them. */
export const row = document.querySelector('.page-tools') as HTMLElement

const status = document.createElement('p')
status.setAttribute('role', 'status')
row.append(status)

export const say = (text: string) => status.replaceChildren(text)

export function button(name: string, act: () => unknown): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.textContent = name
  made.onclick = act
  return made
}

export type MakeButton = typeof button
export type Say = typeof say
