/** What there is and where, for programs that read text (llmstxt.org). */
import type { APIRoute } from 'astro'
import { modules, paths } from '../content/paths.ts'
import { documentById } from '../content/queries/documents.ts'
import { freePageLinks, siteSettings, visibleColumns } from '../content/queries/site.ts'
import { absoluteUrl } from '../content/site-url.ts'

const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim()

const line = (name: string, path: string, note?: string | null) =>
  `- [${name.replace(/[[\]\\]/g, '\\$&')}](${absoluteUrl(path)})${note ? `: ${oneLine(note)}` : ''}`

export const GET: APIRoute = () => {
  const { siteName, collegeName, description } = siteSettings()
  const columns = visibleColumns().map(({ documentId, name, slug, module }) => {
    const place = module === 'portal' ? '' : `${modules[module].name}栏目。`
    return line(name, paths.column(slug), `${place}${documentById('column', documentId)?.intro ?? ''}`)
  })
  const text = [
    `# ${siteName}·${collegeName}`,
    `> ${oneLine(description ?? `${collegeName}${siteName}：党建工作信息、政策法规、组织服务指南和学习资源。`)}`,
    '页面为简体中文静态网页，不用脚本即可阅读；转载请注明来源。',
    '## 栏目',
    columns.join('\n'),
    '## 本站信息',
    [
      line('本站信息', paths.about),
      ...freePageLinks().map(({ title, slug }) => line(title, paths.freePage(slug))),
    ].join('\n'),
    '## 数据',
    [
      line('全站订阅源（JSON Feed，带全文）', paths.feedOf(paths.home, 'json')),
      line('全部订阅源', paths.feeds),
      line('站点地图', paths.sitemap),
    ].join('\n'),
  ]
  return new Response(`${text.join('\n\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
