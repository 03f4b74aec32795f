/**
 * The pictures of a post, one after the other, large. Without script each link opens its picture. Keys: arrows, Home, End, Escape;
 * <dialog> keeps the focus within and gives it back.
 */
interface Viewer {
  dialog: HTMLDialogElement
  show: (links: HTMLAnchorElement[], index: number) => void
}

const button = (label: string, sign: string, press: () => void) => {
  const made = document.createElement('button')
  made.type = 'button'
  made.ariaLabel = label
  made.textContent = sign
  made.addEventListener('click', press)
  return made
}

const createViewer = (): Viewer => {
  const dialog = document.createElement('dialog')
  dialog.className = 'viewer'
  dialog.ariaLabel = '查看图片'
  const picture = new Image()
  const caption = document.createElement('p')
  caption.setAttribute('aria-live', 'polite')
  let shown: HTMLAnchorElement[] = []
  let at = 0

  const go = (to: number) => {
    at = (to + shown.length) % shown.length
    const link = shown[at]
    const alt = link?.querySelector('img')?.alt ?? ''
    picture.src = link?.href ?? ''
    picture.alt = alt
    caption.textContent = `${at + 1} / ${shown.length}　${alt}`
  }
  const previous = button('上一张', '‹', () => go(at - 1))
  const next = button('下一张', '›', () => go(at + 1))
  const row = document.createElement('div')
  row.append(
    caption,
    previous,
    next,
    button('关闭', '×', () => dialog.close()),
  )
  dialog.append(picture, row)

  const moves: Record<string, () => number> = {
    ArrowLeft: () => at - 1,
    ArrowRight: () => at + 1,
    Home: () => 0,
    End: () => shown.length - 1,
  }
  dialog.addEventListener('keydown', ({ key }) => {
    const move = moves[key]
    if (move) go(move())
  })
  picture.addEventListener('click', () => dialog.close())
  document.body.append(dialog)
  return {
    dialog,
    show: (links, index) => {
      shown = links
      previous.hidden = links.length === 1
      next.hidden = links.length === 1
      go(index)
      dialog.showModal()
    },
  }
}

let viewer: Viewer | undefined
for (const list of document.querySelectorAll('.pictures')) {
  const links = [...list.querySelectorAll('a')]
  for (const [index, link] of links.entries())
    link.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      viewer ??= createViewer()
      viewer.show(links, index)
    })
}
