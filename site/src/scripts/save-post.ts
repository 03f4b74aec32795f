/** 收藏: a post with its pictures and styles goes into a cache of its own; taking it back forgets all of it. */
import { keepAssets } from '../worker/assets.ts'
import { AHEAD, MOST_SAVED, savedName, savedPaths } from '../worker/stores.ts'

const path = location.pathname
const box = document.querySelector<HTMLElement>('[data-save]')
const button = box?.querySelector('button')
const status = box?.querySelector('[role=status]')

const say = (text: string) => status?.replaceChildren(text)
const name = (isSaved: boolean) => button?.replaceChildren(isSaved ? '取消收藏' : '收藏')

const shownPictures = () =>
  Array.from(document.querySelectorAll<HTMLImageElement>('main img'), ({ currentSrc }) => currentSrc).filter(Boolean)

async function save() {
  if ((await savedPaths()).length >= MOST_SAVED) return say(`最多收藏 ${MOST_SAVED} 篇，请先到“我的收藏”里取消几篇。`)
  const cache = await caches.open(savedName(path))
  try {
    const response = await fetch(path, AHEAD)
    if (!response.ok) throw new Error(`the page answered ${response.status}`)
    await cache.put(path, response.clone())
    await keepAssets(cache, await response.text())
    // a picture that does not come must not cost the text
    await Promise.allSettled(shownPictures().map((file) => cache.add(file)))
  } catch {
    await caches.delete(savedName(path))
    return say('没有收藏成功，请检查网络或存储空间。')
  }
  name(true)
  say('已收藏，没有网络也能读。')
}

async function toggle() {
  if (!(await caches.has(savedName(path)))) return save()
  await caches.delete(savedName(path))
  name(false)
  say('已取消收藏。')
}

// a preview is not for keeping
if (box && button && 'caches' in window && !path.startsWith('/preview')) {
  caches.has(savedName(path)).then((isSaved) => {
    name(isSaved)
    box.hidden = false
  })
  button.addEventListener('click', toggle)
}
