/** 收藏: a post with its pictures and styles goes into a cache of its own; taking it back forgets all of it. */
import { keepAssets } from '../../worker/assets.ts'
import { AHEAD, MOST_SAVED, savedName, savedPaths } from '../../worker/stores.ts'
import type { MakeButton, Say } from './row.ts'

const path = location.pathname
const nameOf = (isSaved: boolean) => (isSaved ? '取消收藏' : '收藏')

const shownPictures = () =>
  Array.from(document.querySelectorAll<HTMLImageElement>('main img'), ({ currentSrc }) => currentSrc).filter(Boolean)

/** @returns whether it is kept now */
async function save(say: Say): Promise<boolean> {
  if ((await savedPaths()).length >= MOST_SAVED) {
    say(`最多收藏 ${MOST_SAVED} 篇，请先到“我的收藏”里取消几篇。`)
    return false
  }
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
    say('没有收藏成功，请检查网络或存储空间。')
    return false
  }
  say('已收藏，没有网络也能读。')
  return true
}

async function toggle(say: Say): Promise<boolean> {
  if (!(await caches.has(savedName(path)))) return save(say)
  await caches.delete(savedName(path))
  say('已取消收藏。')
  return false
}

export async function offerSaving(button: MakeButton, say: Say) {
  const isSaved = await caches.has(savedName(path))
  const offered = button(nameOf(isSaved), async () => offered.replaceChildren(nameOf(await toggle(say))))
  document.querySelector('.page-tools')?.prepend(offered)
}
