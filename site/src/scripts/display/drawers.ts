/** What hangs open over the page (menu, reading settings) closes when somebody goes on elsewhere, and with Escape. */
const openOnes = () => document.querySelectorAll<HTMLDetailsElement>('.masthead details[open]')

export function closeDrawers(except?: Node | null) {
  for (const drawer of openOnes()) if (!except || !drawer.contains(except)) drawer.open = false
}

export function watchDrawers() {
  for (const type of ['click', 'focusin']) addEventListener(type, ({ target }) => closeDrawers(target as Node))
  addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return
    for (const drawer of openOnes()) {
      const hadFocus = drawer.contains(document.activeElement)
      drawer.open = false
      if (hadFocus) drawer.querySelector('summary')?.focus()
    }
  })
}
