/** The least that a page can cost: Markdown parsed, put into a template string, written. */
import fs from 'node:fs'
import path from 'node:path'
import { Marked } from 'marked'
import { openReadModel } from '../../../site/src/content/read-model.ts'
import { startSample } from './sample.ts'

const FOLDERS = 16
const [readModelPath = '', folder = '', files = ''] = process.argv.slice(2)
const database = openReadModel(readModelPath, { readOnly: true })
const articles = database.prepare("SELECT json FROM documents WHERE kind = 'article'").iterate()
const marked = new Marked()

const template = ({ title, body }: { title: string; body: string }) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body><main><h1>${title}</h1>${marked.parse(body)}</main></body></html>`

const finish = startSample()
let article = articles.next().value
for (let n = 0; n < Number(files); n += 1) {
  const target = path.join(folder, String(n % FOLDERS), String(n))
  fs.mkdirSync(target, { recursive: true })
  fs.writeFileSync(path.join(target, 'index.html'), template(JSON.parse(String(article?.json))))
  // lists have no text of their own: the last article stands for them
  article = articles.next().value ?? article
}
finish()
