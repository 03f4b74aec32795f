/** What a writer does in the editor, and what of it readers see. */
import fs from 'node:fs'
import path from 'node:path'
import { Desk } from './setup/desk.ts'
import { expect, test } from './setup/test.ts'

const SOON = { intervals: [100], timeout: 15_000 }
const fixture = (name: string) => path.join(import.meta.dirname, 'fixtures', name)
const photo = fixture('photo.jpg')
// of bytes of its own: the desk asks about a file that another spec has uploaded
const ownPhoto = {
  name: 'photo.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.concat([fs.readFileSync(photo), Buffer.from('editor')]),
}
const article = { title: '夜课里的三张图', column: '党建要闻', body: '夜课讲了三张图。', slug: 'three-pictures' }
const other = '首批校级样板支部验收'

const FROM_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{font-family:仿宋}</style></head><body>
<h1><span style='font-size:22pt;font-family:黑体'>从文档粘来的标题</span></h1>
<p class=MsoNormal style='text-indent:32pt'><span style='font-family:仿宋;color:red'>粘来的<b>重要</b>段落<o:p></o:p></span></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>粘来的条目</p>
<table><tr><td>姓名</td><td>得分</td></tr><tr><td>王静</td><td>98</td></tr></table>
<p><img src="https://pictures.example/a.png"></p></body></html>`

test('a writer writes, formats, links, pastes; readers see it as it was written', async ({ page, system, request }) => {
  const desk = new Desk(page, system.deskUrl)
  const text = desk.text('正文')
  await desk.logIn(system.accountOf('审核人'))
  await desk.writeArticle(article)

  await test.step('headings, weight, lists and a table', async () => {
    await text.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: '段落样式' }).selectOption('二级标题')
    await page.keyboard.insertText('第一张图')
    await page.keyboard.press('Enter')
    await page.keyboard.insertText('讲的是')
    await desk.tool('加粗').click()
    await page.keyboard.insertText('桥。')
    await desk.tool('加粗').click()
    await page.keyboard.press('Enter')
    await desk.tool('插入表格').click()
    for (const word of ['支部', '人数', '备注', '道桥']) {
      await page.keyboard.insertText(word)
      await page.keyboard.press('Tab')
    }
    await expect(text.getByRole('cell', { name: '道桥' })).toBeVisible()
    await page.keyboard.press('Control+End')
  })

  await test.step('a footnote', async () => {
    await page.keyboard.insertText('有据可查')
    await desk.tool('插入脚注').click()
    await page.keyboard.insertText('见检测报告。')
    await expect(text.locator('.footnotes')).toContainText('见检测报告。')
  })

  await test.step('a picture, with caption and alternative text', async () => {
    await text.getByText('讲的是').click()
    await page.keyboard.press('End')
    const chooser = page.waitForEvent('filechooser')
    await desk.tool('上传图片').click()
    await (await chooser).setFiles(ownPhoto)
    await expect(text.locator('figure img')).toHaveAttribute('src', /^\/uploads\//)
    await expect(text.getByText('还没有替代文字')).toBeVisible()
    await text.getByLabel('替代文字').fill('夜里的桥')
    await text.getByLabel('图片说明').fill('检测车停在桥上')
    await expect(text.getByText('还没有替代文字')).toBeHidden()
  })

  await test.step('a file that is dropped becomes an attachment', async () => {
    const base64 = fs.readFileSync(fixture('notice.docx')).toString('base64')
    const dataTransfer = await page.evaluateHandle((bytes) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))], '通知.docx'))
      return transfer
    }, base64)
    const target = text.getByText('讲的是')
    await target.scrollIntoViewIfNeeded()
    const { x = 0, y = 0 } = (await target.boundingBox()) ?? {}
    const event = { dataTransfer, clientX: x + 300, clientY: y + 10 }
    for (const type of ['dragenter', 'dragover', 'drop']) await target.dispatchEvent(type, event)
    await expect(text.getByRole('link', { name: '通知.docx' })).toHaveAttribute('href', /^\/uploads\/.+\.docx$/)
  })

  await test.step('a link to another post, found by its title', async () => {
    await text.getByText('夜课讲了三张图。').click()
    await page.keyboard.press('End')
    await desk.tool('链接').click()
    await page.getByPlaceholder('输入标题里的几个字').fill(other)
    await page
      .getByRole('list', { name: '站内稿件' })
      .getByRole('button', { name: new RegExp(other) })
      .click()
    await expect(text.getByRole('link', { name: new RegExp(other) })).toHaveAttribute(
      'href',
      /^\/go\/article\/[a-z0-9]+$/,
    )
  })

  await test.step('what is pasted from Word arrives clean', async () => {
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await desk.paste(FROM_WORD)
    await expect(text.getByRole('heading', { name: '从文档粘来的标题', level: 2 })).toBeVisible()
    await expect(text.getByRole('listitem').filter({ hasText: '粘来的条目' })).toBeVisible()
    await expect(text.getByRole('columnheader', { name: '得分' })).toBeVisible()
    expect(await text.innerHTML()).not.toMatch(/仿宋|mso|color:/)
  })

  await test.step('pictures of other sites are offered for upload, or removal', async () => {
    await expect(page.getByText('正文里有 1 张外部网站的图片')).toBeVisible()
    await page.getByRole('button', { name: '移除这些图片' }).click()
    await expect(page.getByText('正文里有 1 张外部网站的图片')).toBeHidden()
  })

  await test.step('the keyboard reaches the tools, and Escape leads back', async () => {
    await text.getByText('讲的是').click()
    await page.keyboard.press('Alt+F10')
    await expect(page.getByRole('combobox', { name: '段落样式' })).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(desk.tool('加粗')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(text).toBeFocused()
  })

  await test.step('readers see it', async () => {
    await desk.save()
    await desk.publish()
    const address = `/news/${article.slug}/`
    await expect.poll(async () => (await request.get(address)).status(), SOON).toBe(200)
    const reader = await page.context().newPage()
    await reader.goto(address)
    const main = reader.getByRole('main')
    await expect(main.getByRole('heading', { name: '第一张图', level: 2 })).toBeVisible()
    await expect(main.getByText('桥。', { exact: true })).toHaveJSProperty('tagName', 'STRONG')
    await expect(main.getByRole('cell', { name: '道桥' })).toBeVisible()
    await expect(main.getByRole('figure').getByAltText('夜里的桥')).toBeVisible()
    await expect(main.getByText('检测车停在桥上')).toBeVisible()
    await expect(main.getByRole('link', { name: new RegExp(other) }).first()).toHaveAttribute('href', /^\/news\//)
    await expect(main.getByText('见检测报告。')).toBeVisible()
    await expect(main.getByText('粘来的条目')).toBeVisible()
    await expect(main.getByRole('link', { name: /通知\.docx（DOCX/ })).toBeVisible()
    await reader.close()
  })

  await test.step('opened again, nothing has changed', async () => {
    await desk.openArticle(article.title)
    await expect(text).toContainText('讲的是')
    await text.click()
    await expect(page.getByRole('button', { name: '保存', exact: true })).toBeDisabled()
  })
})

test('a Word file becomes a draft with its numbers, its table and its picture', async ({ page, system }) => {
  const desk = new Desk(page, system.deskUrl)
  await desk.logIn(system.accountOf('撰稿人'))
  await page.goto(`${system.deskUrl}/content-manager/collection-types/api::article.article`)
  await page.getByRole('button', { name: '导入 Word 文档' }).click()
  const dialog = page.getByRole('dialog')

  await test.step('what is none is refused, with what to do', async () => {
    await dialog.getByLabel('Word 文档', { exact: true }).setInputFiles(photo)
    await dialog.getByRole('button', { name: '导入', exact: true }).click()
    await expect(dialog.getByText(/这不是 .docx 文档/)).toBeVisible()
  })

  await test.step('what is one is opened as a draft', async () => {
    await dialog.getByLabel('Word 文档', { exact: true }).setInputFiles(fixture('notice.docx'))
    await dialog.getByRole('button', { name: '导入', exact: true }).click()
    await expect(page.getByRole('heading', { name: '关于做好夜间检测志愿服务的通知' })).toBeVisible()
    const text = desk.text('正文')
    await expect(text.getByRole('heading', { name: '一、总体要求', level: 2 })).toBeVisible()
    await expect(text).toContainText('（一）各支部要提高认识，认真组织。')
    await expect(text.getByRole('cell', { name: '灞河大桥' })).toBeVisible()
    await expect(text.locator('figure img')).toHaveAttribute('src', /^\/uploads\//)
    await expect(text.getByLabel('替代文字')).toHaveValue('检测现场')
  })
})

test('on a tablet the tools are in reach, and fill the screen when asked', async ({ page, system }) => {
  const desk = new Desk(page, system.deskUrl)
  await page.setViewportSize({ width: 768, height: 1024 })
  await desk.logIn(system.accountOf('撰稿人'))
  await desk.openArticle(other)
  await expect(desk.text('正文')).toBeVisible()
  await desk.tool('全屏').click()
  await expect(desk.tool('链接')).toBeInViewport()
  expect((await desk.text('正文').boundingBox())?.width).toBeGreaterThan(600)
  await desk.text('正文').click()
  await page.keyboard.press('Escape')
  await expect(desk.tool('全屏（Esc')).toBeVisible()
})
