/** What the editor shows is what the portal shows: the same text, at the same width, part by part. */
import fs from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { Desk } from './setup/desk.ts'
import { DeskApi } from './setup/desk-api.ts'
import { expect, test } from './setup/test.ts'
import { type Part, settingOf } from './setup/typesetting.ts'

const SOON = { intervals: [100], timeout: 15_000 }
const WIDTHS = [
  { width: 1280, height: 900 },
  { width: 768, height: 1024 },
] as const
// of bytes of its own: the desk asks about a file that another spec has uploaded
const photo = {
  name: 'photo.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.concat([
    fs.readFileSync(path.join(import.meta.dirname, 'fixtures', 'photo.jpg')),
    Buffer.from('same look'),
  ]),
}

const LONG = '修路的人最懂得，先有人肯走在前面，后来才有大家走的路。'.repeat(4)
const everything = `首段的话，${LONG}其中**粗体**、*楷体*、<u>下划线</u>、~~删除~~、H<sub>2</sub>O、5<sup>2</sup>、\`行内代码\`和[外部链接](https://www.12371.cn/)。[^1]

## 二级标题

${LONG}

### 三级标题

#### 四级标题

- 紧排条目
- 有下层的条目
  - 下层条目

图在这段之后。

1. 编号条目
2. 另一条

列表之间的一段。

- 松排条目

  条目的第二段

- 松排的另一条

列表之间的又一段。

- [ ] 没有做的事
- [x] 做完的事

> 引文的第一段，${LONG}
>
> 引文的第二段

---

| 支部 | 人数 | 状态 |
|---|--:|:-:|
| 道桥<br>教研室 | 31 | 正常 |
| 轨道 | 4 | 正常 |

表格之间的一段。

<table>
<tr><th colspan="2">合并的表头</th></tr>
<tr><td>合并表的左格</td><td align="right">合并表的右格</td></tr>
</table>

\`\`\`
const 代码块 = 1
\`\`\`

收尾的一段。

[^1]: 注释的内容，${LONG}
`
const PARTS: Part[] = [
  ...['首段的话', '图在这段之后', '收尾的一段'].map((words) => ({ element: 'p', words })),
  ...['strong', 'em', 'u', ':is(s, del)', 'sub', 'p code', 'p a[href^="https"]'].map((element) => ({ element })),
  ...[{ element: 'sup', words: '2' }, { element: 'sup:has(a)' }, { element: 'sup a' }],
  ...[{ element: 'h2', words: '二级' }, { element: 'h3' }, { element: 'h4' }],
  ...['紧排条目', '有下层的条目', '下层条目', '编号条目', '松排条目', '松排的另一条', '没有做的事', '做完的事'].map(
    (words) => ({
      element: 'li',
      words,
    }),
  ),
  ...['紧排条目', '下层条目', '松排条目', '做完的事'].map((words) => ({ element: 'ul', words })),
  ...[
    { element: 'ol', words: '编号条目' },
    { element: 'li p', words: '条目的第二段' },
  ],
  ...[{ element: 'blockquote' }, { element: 'blockquote p', words: '第二段' }, { element: 'hr' }],
  ...['道桥', '合并的表头'].flatMap((words) => [
    { element: '.table-scroll', words },
    { element: 'table', words },
  ]),
  ...['支部', '人数', '状态', '合并的表头'].map((words) => ({ element: 'th', words })),
  ...['教研室', '31', '正常', '合并表的左格', '合并表的右格'].map((words) => ({ element: 'td', words })),
  ...[{ element: 'pre' }, { element: 'pre code' }],
  ...[{ element: '.footnotes-title' }, { element: '.footnotes ol' }, { element: '.footnotes p' }],
  ...[{ element: 'figure img' }],
]
/** They hold what readers have not, the alternative text, or have what writers have not, the way back from a note. */
const OPEN_BELOW: Part[] = [{ element: 'figure' }, { element: 'figcaption' }, { element: '.footnotes' }]

const letter = `各党总支、直属党支部：

现将有关事项通知如下。${LONG}

中共某某学院委员会组织部

2026年6月8日
`
const LETTER_PARTS: Part[] = ['.addressee', '.closing', 'p'].map((element) => ({ element }))

async function expectSameLook(desk: Desk, reader: Page, parts: readonly Part[], openBelow: readonly Part[] = []) {
  const [written, read] = [desk.text('正文'), reader.getByRole('main').locator('.prose').first()]
  await desk.tool('全屏').click()
  for (const size of WIDTHS) {
    await Promise.all([desk.page, reader].map((one) => one.setViewportSize(size)))
    await reader.bringToFront()
    const onPortal = await settingOf(read, parts)
    const open = await settingOf(read, openBelow)
    await desk.page.bringToFront()
    expect(await settingOf(written, parts), `at ${size.width}`).toEqual(onPortal)
    for (const [part, { height: _, firstLetter: __, ...setting }] of Object.entries(open))
      expect((await settingOf(written, openBelow))[part], `at ${size.width}`).toMatchObject(setting)
  }
  await desk.page.keyboard.press('Escape')
}

test('a text looks in the editor as it does on the portal, also in a dark desk', async ({ page, system, request }) => {
  const api = await DeskApi.logIn(request, system.deskUrl, system.accountOf('审核人'))
  const slug = 'same-look'
  await api.create('article', { title: '样样都有的一篇', slug, body: everything, column: await api.column('news') })
  const desk = new Desk(page, system.deskUrl)
  const reader = await page.context().newPage()
  await page.setViewportSize(WIDTHS[0])
  await desk.logIn(system.accountOf('审核人'))
  await desk.openArticle('样样都有的一篇')

  await test.step('a picture with its caption is added in the editor', async () => {
    await desk.text('正文').getByText('图在这段之后').click()
    await page.keyboard.press('End')
    const chooser = page.waitForEvent('filechooser')
    await desk.tool('上传图片').click()
    await (await chooser).setFiles(photo)
    await expect(desk.text('正文').locator('figure img')).toHaveAttribute('src', /^\/uploads\//)
    await desk.text('正文').getByLabel('替代文字').fill('夜里的桥')
    await desk.text('正文').getByLabel('图片说明').fill(`检测车停在桥上，${LONG}`)
    await desk.save()
    await desk.publish()
  })

  await test.step('in a light desk', async () => {
    await expect.poll(async () => (await request.get(`/news/${slug}/`)).status(), SOON).toBe(200)
    await reader.goto(`/news/${slug}/`)
    await expectSameLook(desk, reader, PARTS, OPEN_BELOW)
  })

  await test.step('in a dark one', async () => {
    // the desk begins anew where the colours of the machine change under it
    await page.emulateMedia({ colorScheme: 'dark' })
    await desk.logIn(system.accountOf('审核人'))
    await desk.openArticle('样样都有的一篇')
    await expect(page.getByRole('toolbar', { name: '格式工具栏' }).locator('xpath=..')).toHaveCSS(
      'background-color',
      'rgb(23, 20, 18)',
    )
    await expectSameLook(desk, reader, PARTS, OPEN_BELOW)
  })
})

test('an official letter is set in the editor as on the portal', async ({ page, system, request }) => {
  const api = await DeskApi.logIn(request, system.deskUrl, system.accountOf('审核人'))
  const slug = 'same-look-letter'
  await api.publish('article', null, { title: '公文的样子', slug, body: letter, column: await api.column('news') })
  const desk = new Desk(page, system.deskUrl)
  const reader = await page.context().newPage()
  await page.setViewportSize(WIDTHS[0])
  await desk.logIn(system.accountOf('审核人'))
  await desk.openArticle('公文的样子')
  await expect.poll(async () => (await request.get(`/news/${slug}/`)).status(), SOON).toBe(200)
  await reader.goto(`/news/${slug}/`)
  await expectSameLook(desk, reader, LETTER_PARTS)

  await test.step('and is one no more as soon as somebody writes below the day', async () => {
    await desk.text('正文').getByText('2026年6月8日').click()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.keyboard.insertText('还有一句。')
    await expect(desk.text('正文').locator('.closing')).toHaveCount(0)
  })
})
