/** 平台管理员 brings a roster in and says who is the committee's staff; nobody else finds the page. */
import { Desk } from './setup/desk.ts'
import { expect, test } from './setup/test.ts'

const HEAD = '工号,姓名,党总支,党支部,党员状态,入党日期,转正日期,党费类别,手机号码'
const fileOf = (branch: string) => ({
  name: '新进人员.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`${HEAD}\nT9001,卫新来,,${branch},正式党员,2019/6/28,2020年6月28日,在职,13900001234\n`),
})

test('a roster comes in after it was looked at, and one of it becomes staff', async ({ page, system }) => {
  const desk = new Desk(page, system.deskUrl)
  await desk.logIn(system.accountOf('平台管理员'))
  await page.getByRole('link', { name: '党员与组织' }).click()
  await expect(page.getByText('中共陕西交通职业技术学院委员会（1999-09-01 成立）')).toBeVisible()
  const chooser = page.getByLabel('选择名册文件')

  await test.step('what is new is founded with it, and a likely slip is pointed out', async () => {
    await chooser.setInputFiles(fileOf('道桥教研室支部'))
    await expect(page.getByText('已有名称相近的：道桥教研室党支部')).toBeVisible()
  })

  await test.step('the mended file brings in its member', async () => {
    await chooser.setInputFiles(fileOf('道桥教研室党支部'))
    await expect(page.getByRole('heading', { name: '新建党组织 0 个' })).toBeVisible()
    await expect(page.getByText('卫新来（T9001），道桥教研室党支部')).toBeVisible()
    await page.getByRole('button', { name: '导入', exact: true }).click()
    await expect(page.getByText('已导入：新增党员 1 人').first()).toBeVisible()
  })

  await test.step('a second time there is nothing to do', async () => {
    await chooser.setInputFiles(fileOf('道桥教研室党支部'))
    await expect(page.getByText('名册与文件一致，没有要导入的内容。')).toBeVisible()
    await expect(page.getByRole('button', { name: '导入', exact: true })).toHaveCount(0)
  })

  await test.step('he becomes staff, and is dismissed', async () => {
    await page.getByLabel('查找党员').fill('T9001')
    await page.getByRole('button', { name: '查找', exact: true }).click()
    await page.getByRole('button', { name: '指定：卫新来' }).click()
    const row = page.getByRole('listitem').filter({ hasText: /卫新来.*起/ })
    await expect(row).toBeVisible()
    if (process.env.PORTAL_SHOT) await page.screenshot({ path: process.env.PORTAL_SHOT, fullPage: true })
    await row.getByRole('button', { name: '发一次性码' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: '确认' }).click()
    await expect(row.getByRole('status')).toHaveText(/^一次性码：[0-9A-Z]{5}-[0-9A-Z]{5}，/)
    await row.getByRole('button', { name: '免去' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: '确认' }).click()
    await expect(row).toHaveCount(0)
  })
})

test('who lacks the permission finds no way there', async ({ page, system }) => {
  const desk = new Desk(page, system.deskUrl)
  await desk.logIn(system.accountOf('撰稿人'))
  await expect(page.getByRole('link', { name: '媒体整理' })).toBeVisible()
  await expect(page.getByRole('link', { name: '党员与组织' })).toHaveCount(0)
})
