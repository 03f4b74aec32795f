/** Chapter links move the player of the page instead of opening the recording, and say which chapter is being played. */
const player = document.querySelector<HTMLMediaElement>('main video, main audio')
const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-seconds]')]
const startOf = (link: HTMLAnchorElement) => Number(link.dataset.seconds)

if (player) {
  for (const link of links)
    link.addEventListener('click', (event) => {
      event.preventDefault()
      player.currentTime = startOf(link)
      void player.play().catch(() => {})
      player.focus()
    })
  player.addEventListener('timeupdate', () => {
    const playing = links.findLast((link) => startOf(link) <= player.currentTime)
    for (const link of links)
      if (link === playing) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
  })
}
