/** A live tree of pages of about 10 KB each. */
import fs from 'node:fs'
import path from 'node:path'
import { benchBody } from '../content.ts'

const PAGE_BYTES = 10_240

const frame = (n: number, body: string) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>稿件${n}</title></head><body><main>${body}</main></body></html>`

function page(n: number): string {
  const paragraphs: string[] = []
  const sources = Array.from({ length: 4 }, (_, part) => benchBody(n * 4 + part).split('\n\n')).flat()
  for (const text of sources) {
    if (Buffer.byteLength(frame(n, paragraphs.join(''))) >= PAGE_BYTES) break
    paragraphs.push(`<p>${text}</p>`)
  }
  return frame(n, paragraphs.join(''))
}

export const pathOfPage = (n: number) => `/post-${n}/`

/** @param siteDir gets `releases/1` and the link `live`, as the publisher makes them */
export function makeTree(siteDir: string, pages: number): string {
  const release = path.join(siteDir, 'releases', '1')
  for (let n = 0; n < pages; n += 1) {
    fs.mkdirSync(path.join(release, pathOfPage(n)), { recursive: true })
    fs.writeFileSync(path.join(release, pathOfPage(n), 'index.html'), page(n))
  }
  fs.writeFileSync(path.join(release, '404.html'), frame(404, ''))
  fs.symlinkSync(path.relative(siteDir, release), path.join(siteDir, 'live'))
  return path.join(siteDir, 'live')
}
