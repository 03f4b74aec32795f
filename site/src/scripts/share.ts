/** Fills in what another app shared; an address of ours can be opened. */
const shared = new URLSearchParams(location.search)
const parts = ['title', 'text', 'url'].map((name) => shared.get(name)?.trim() ?? '')
const field = document.querySelector<HTMLTextAreaElement>('#shared')
const ours = document.querySelector<HTMLElement>('[data-ours]')

if (field) field.value = [...new Set(parts)].filter(Boolean).join('\n').slice(0, field.maxLength)

const addresses = parts.join(' ').match(/https?:\/\/\S+/g) ?? []
const own = addresses
  .filter((address) => URL.canParse(address))
  .map((address) => new URL(address))
  .find((url) => url?.origin === location.origin)
const link = ours?.querySelector('a')
if (own && ours && link) {
  link.href = own.pathname + own.search + own.hash
  link.textContent = own.href
  ours.hidden = false
}

export {}
