/** How the portal looks as an app: https://www.w3.org/TR/appmanifest/ */
import type { ColumnEntry } from '../content/navigation.ts'
import { paths } from '../content/paths.ts'
import type { SiteSettings } from '../content/queries/site.ts'

/** Addresses that people go to straight from the icon, where the college has such a column. */
const SHORTCUT_COLUMNS = ['news', 'notices', 'dues'] as const
const png = (name: string, size: number) => ({
  src: `/icons/${name}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
})
const screenshot = (form: 'narrow' | 'wide', sizes: string, label: string) => ({
  ...{ src: `/app/${form}.webp`, sizes, type: 'image/webp', form_factor: form, label },
})

export function manifest(settings: SiteSettings, columns: readonly ColumnEntry[]) {
  const shortcuts = SHORTCUT_COLUMNS.flatMap((slug) => columns.find((column) => column.slug === slug) ?? [])
  const entry = (name: string, url: string) => ({ name, url, icons: [png('192', 192)] })
  return {
    id: '/',
    name: `${settings.siteName}·${settings.collegeName}`,
    short_name: settings.siteName,
    description: settings.description ?? `${settings.collegeName}${settings.siteName}：要闻、通知、学习资源和组织服务`,
    lang: 'zh-CN',
    dir: 'ltr',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#faf7f1',
    theme_color: '#8a171a',
    categories: ['education', 'news', 'government'],
    icons: [png('192', 192), png('512', 512), { ...png('maskable', 512), purpose: 'maskable' }],
    screenshots: [screenshot('narrow', '540x1080', '手机上的首页'), screenshot('wide', '1280x800', '电脑上的首页')],
    shortcuts: [
      ...shortcuts.map(({ slug, name }) => entry(name, paths.column(slug))),
      entry('搜索', paths.search),
      entry('我的收藏', paths.saved),
      entry('我的党费', paths.member),
    ],
    share_target: {
      ...{ action: paths.share, method: 'GET', enctype: 'application/x-www-form-urlencoded' },
      params: { title: 'title', text: 'text', url: 'url' },
    },
  }
}
