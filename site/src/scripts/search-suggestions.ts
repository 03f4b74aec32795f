/** Suggestions while somebody types: the ARIA combobox with a list. Enter without a choice searches as ever. */

type Suggestion = { text: string; note: string; href: string }

const PAUSE_MS = 150
const box = document.querySelector<HTMLElement>('[data-suggestions]')
const field = document.querySelector<HTMLInputElement>('main input[type=search]')

if (box && field) {
  const list = document.createElement('ul')
  let [timer, chosen, asked] = [0, -1, '']
  let asking = new AbortController()

  list.id = 'suggestion-list'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', '建议')
  box.append(list)
  const attributes = {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
    'aria-expanded': 'false',
  }
  for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value)
  field.parentElement?.append(box)

  const show = (isShown: boolean) => {
    box.hidden = !isShown
    field.setAttribute('aria-expanded', String(isShown))
    choose(-1)
  }

  const choose = (index: number) => {
    const options = [...list.children]
    chosen = index
    for (const [at, option] of options.entries()) option.setAttribute('aria-selected', String(at === index))
    const option = options[index]
    if (option) {
      field.setAttribute('aria-activedescendant', option.id)
      option.scrollIntoView({ block: 'nearest' })
    } else field.removeAttribute('aria-activedescendant')
  }

  const optionOf = ({ text, note, href }: Suggestion, index: number) => {
    const option = document.createElement('li')
    const small = document.createElement('small')
    option.id = `suggestion-${index}`
    option.setAttribute('role', 'option')
    option.dataset.href = href
    small.textContent = note
    option.append(text, small)
    return option
  }

  const ask = async () => {
    asking.abort()
    asking = new AbortController()
    asked = field.value.trim()
    if (asked === '') return show(false)
    try {
      const response = await fetch(`${box.dataset.suggestions}?q=${encodeURIComponent(asked)}`, {
        signal: asking.signal,
      })
      const { data } = (await response.json()) as { data: Suggestion[] | null }
      list.replaceChildren(...(data ?? []).map(optionOf))
      show(list.childElementCount > 0 && document.activeElement === field)
    } catch {
      // somebody typed on, or the network is away: the form works without
    }
  }

  field.addEventListener('input', (event) => {
    clearTimeout(timer)
    if (!(event as InputEvent).isComposing) timer = window.setTimeout(ask, PAUSE_MS)
  })
  field.addEventListener('compositionend', () => {
    clearTimeout(timer)
    timer = window.setTimeout(ask, PAUSE_MS)
  })
  field.addEventListener('keydown', (event) => {
    const count = list.childElementCount
    if (event.isComposing) return
    if (event.key === 'Escape' && !box.hidden) {
      show(false)
      event.preventDefault()
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 0) {
      const step = event.key === 'ArrowDown' ? 1 : -1
      // one more place than options: back in the field
      const next = ((chosen + 1 + step + count + 1) % (count + 1)) - 1
      if (box.hidden) show(true)
      choose(next)
      event.preventDefault()
    } else if (event.key === 'Enter' && chosen >= 0 && !box.hidden) {
      const { href } = (list.children[chosen] as HTMLElement).dataset
      if (href) location.assign(href)
      event.preventDefault()
    }
  })
  field.addEventListener('blur', () => show(false))
  // before the field loses the focus, and the list goes
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const { href } = (event.target as HTMLElement).closest<HTMLElement>('[role=option]')?.dataset ?? {}
    if (href) location.assign(href)
  })
}

export {}
