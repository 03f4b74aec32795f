/** The member area as people use it: on a phone, with a slip of paper, until a payment is in the books. */
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { codeShownFor } from './setup/authenticator.ts'
import { keptOn, whenControlled } from './setup/device.ts'
import { type College, openCollege, type Person } from './setup/members.ts'
import { expect, test } from './setup/test.ts'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const PHONE = { width: 360, height: 800 }
const PASSWORD = '铁轨延伸到远方7公里'
const STUDENT_DUES = '0.20'

let college: College
test.beforeAll(({ system }) => {
  college = openCollege(system.dataDir)
})

async function expectAccessible(page: Page, what: string) {
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze()
  expect
    .soft(
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
      what,
    )
    .toEqual([])
  const needed = await page.evaluate(() => document.documentElement.scrollWidth)
  expect.soft(needed, `${what} scrolls sideways`).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0)
}

const room = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '党员专区' }).getByRole('link', { name }).click()
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })

async function openPhone(browser: Browser): Promise<Page> {
  return (await browser.newContext({ viewport: PHONE })).newPage()
}

async function activate(page: Page, { number, code }: Person) {
  await page.goto('/member/activate/')
  await page.getByLabel('学号/工号').fill(number)
  await page.getByLabel('一次性码').fill(code)
  await page.getByLabel('设置密码').fill(PASSWORD)
  await page.getByLabel('再输一次密码').fill(PASSWORD)
  await page.getByRole('checkbox', { name: /我已阅读/ }).check()
  await page.getByRole('checkbox', { name: /我同意/ }).check()
  await page.getByRole('button', { name: '同意并启用' }).click()
  await expect(heading(page, '我的党费')).toBeVisible()
}

async function logIn(page: Page, { number }: Person) {
  await page.goto('/member/')
  await page.getByLabel('学号/工号').fill(number)
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: '登录' }).click()
}

async function setUpSecondFactor(page: Page) {
  await room(page, '我的设备')
  await page.getByLabel('您的密码').fill(PASSWORD)
  await page.getByRole('button', { name: '开始设置' }).click()
  await expect(page.getByRole('img', { name: '验证器用的二维码' })).toBeVisible()
  await expectAccessible(page, 'setting up the second factor')
  const secret = await page.locator('code').innerText()
  await page.getByLabel('验证码').fill(codeShownFor(secret))
  await page.getByRole('button', { name: '打开两步验证' }).click()
  await expect(page.locator('.codes li')).toHaveCount(10)
  await page.getByRole('button', { name: '我已抄好' }).click()
  await expect(page.getByText('还剩 10 个备用码')).toBeVisible()
  return secret
}

test('dues are billed, written down by the treasurer, confirmed by the member, and paid', async ({ browser }) => {
  test.slow()
  const [phone, desk, office] = [await openPhone(browser), await openPhone(browser), await openPhone(browser)]

  await test.step('a slip without consent opens nothing, and the form says what is missing where it is', async () => {
    await phone.goto('/member/activate/')
    await phone.getByRole('button', { name: '同意并启用' }).click()
    await expect(phone.getByLabel('学号/工号')).toBeFocused()
    await expect(phone.getByLabel('学号/工号')).toHaveAccessibleDescription('请填写学号或工号。')
    await expect(phone.getByText('请先勾选：不同意就不能启用账号。')).toHaveCount(2)
    await expectAccessible(phone, 'the activation with its problems')
    await activate(phone, college.member)
    await expect(phone.getByText('这个月的账单还没有生成')).toBeVisible()
    await expectAccessible(phone, 'dues before there is a bill')
  })

  await test.step('staff must show a second factor before seeing others, and makes the bills', async () => {
    await activate(office, college.staff)
    await room(office, '组织总览')
    await expect(heading(office, '请先做两步验证')).toBeVisible()
    await setUpSecondFactor(office)
    await room(office, '组织总览')
    await office.getByRole('button', { name: /^生成.*账单$/ }).click()
    await office.getByRole('button', { name: '生成账单', exact: true }).click()
    await expect(office.getByRole('status').filter({ hasText: '张账单' })).toBeVisible()
    await expect(office.getByRole('row', { name: /学生第一党支部/ })).toContainText('0 / 4')
    await office.getByRole('button', { name: '现在核对' }).click()
    await expect(office.getByText('账目相符。').first()).toBeVisible()
    await expectAccessible(office, 'the overview')
  })

  await test.step('the treasurer sees his branch, and nobody of another', async () => {
    await activate(desk, college.treasurer)
    await setUpSecondFactor(desk)
    await room(desk, '支部党费')
    await expect(desk.getByText('0 / 4 人已交清')).toBeVisible()
    await expect(desk.getByRole('link', { name: '李红' })).toBeVisible()
    await expect(desk.getByText('赵远')).toHaveCount(0)
    await expect(desk.getByRole('listitem').filter({ hasText: '周平' })).toContainText('还没有已确认的基数')
    await expectAccessible(desk, 'the branch')
  })

  await test.step('he writes down what she paid', async () => {
    await desk.getByRole('button', { name: /登记\s*李红的交纳/ }).click()
    await expect(desk.getByLabel('金额（元）')).toHaveValue(STUDENT_DUES)
    await desk.getByLabel('金额（元）').fill('一元')
    await desk.getByRole('button', { name: '登记', exact: true }).click()
    await expect(desk.getByLabel('金额（元）')).toHaveAccessibleDescription(/金额只能写数字/)
    await desk.getByLabel('金额（元）').fill(STUDENT_DUES)
    await expectAccessible(desk, 'writing down a payment')
    await desk.getByRole('button', { name: '登记', exact: true }).click()
    await expect(desk.getByRole('status').filter({ hasText: '等本人在手机上确认' })).toBeVisible()
    await expect(desk.getByRole('region', { name: '待办（1）' })).toContainText('李红：0.20 元，现金，等本人确认')
    await expect(desk.getByText('0 / 4 人已交清')).toBeVisible()
  })

  await test.step('she confirms it, and it is paid', async () => {
    await phone.reload()
    await expect(heading(phone, '请您确认')).toBeVisible()
    await expectAccessible(phone, 'dues with a payment to confirm')
    await phone.getByRole('button', { name: '确认交过' }).click()
    await expect(phone.getByRole('region', { name: /月$/ })).toContainText('已交清')
    await expect(heading(phone, '请您确认')).toHaveCount(0)
    await desk.reload()
    await expect(desk.getByText('1 / 4 人已交清')).toBeVisible()
  })

  await test.step('the treasurer gets in again only with a code of his authenticator', async () => {
    await desk.getByRole('button', { name: '退出登录' }).click()
    await logIn(desk, college.treasurer)
    await expect(heading(desk, '两步验证')).toBeVisible()
    await desk.getByLabel('验证码').fill('000000')
    await desk.getByRole('button', { name: '继续' }).click()
    await expect(desk.getByLabel('验证码')).toHaveAccessibleDescription(/验证码不对/)
  })

  await test.step('everything of hers is there, masked until she asks', async () => {
    await room(phone, '我的资料')
    await expect(phone.getByText('139****5678')).toBeVisible()
    await phone.getByRole('button', { name: '显示手机和邮箱' }).click()
    await expect(phone.getByText('13900005678')).toBeVisible()
    await expectAccessible(phone, 'own data')
    await expect(phone.getByRole('link', { name: '支部党费' })).toHaveCount(0)
  })

  await test.step('logged out everywhere, nothing of hers is left on the screen', async () => {
    await room(phone, '我的设备')
    await expect(phone.getByText('这台设备')).toBeVisible()
    await expectAccessible(phone, 'devices')
    await phone.getByRole('button', { name: '退出所有设备' }).click()
    await phone.getByRole('button', { name: '全部退出' }).click()
    await expect(heading(phone, '党员登录')).toBeVisible()
    await expect(phone.getByText('李红')).toHaveCount(0)
    await phone.reload()
    await expect(heading(phone, '党员登录')).toBeVisible()
    await expectAccessible(phone, 'the log-in')
  })
})

test('a base is declared by the member and confirmed by the branch, and the bill follows', async ({ browser }) => {
  test.slow()
  const [phone, desk] = [await openPhone(browser), await openPhone(browser)]
  await activate(phone, college.teacher)
  await phone.getByRole('button', { name: '查看和申报基数' }).click()
  await phone.getByLabel('每月基数（元）').fill('4,567.80')
  await phone.getByRole('button', { name: '申报', exact: true }).click()
  await expect(phone.getByText('等支部确认', { exact: true })).toBeVisible()
  await expectAccessible(phone, 'bases')

  await activate(desk, college.secretary)
  await room(desk, '支部党费')
  await expect(desk.getByText('周平：申报了')).toBeVisible()
  await desk.getByRole('link', { name: '去核对' }).click()
  await desk.getByRole('button', { name: '查看、核对或代为申报' }).click()
  await expect(desk.getByText('4567.80 元', { exact: true })).toBeVisible()
  await expectAccessible(desk, 'the bases of a member')
  await desk.getByRole('button', { name: /^确认/ }).click()
  await desk.getByRole('button', { name: '确认，不再更改' }).click()
  await expect(desk.getByRole('region', { name: '账单' })).toContainText('45.68 元')

  await phone.reload()
  await expect(phone.getByRole('region', { name: /月$/ })).toContainText('45.68 元')
  await expect(phone.getByText('按基数的 1% 交纳')).toBeVisible()

  await test.step('who asks for a correction does not decide on it; somebody else does', async () => {
    await desk.getByRole('button', { name: /^申请更正/ }).click()
    await desk.getByLabel('应当是多少（元）').fill('40')
    await desk.getByLabel('理由').fill('错了')
    await desk.getByRole('button', { name: '提交申请' }).click()
    await expect(desk.getByLabel('理由')).toHaveAccessibleDescription('请写明理由，至少 5 个字。')
    await desk.getByLabel('理由').fill('十一月的津贴多算了')
    await expectAccessible(desk, 'asking for a correction')
    await desk.getByRole('button', { name: '提交申请' }).click()
    await expect(desk.getByRole('region', { name: '更正和退款' })).toContainText('等审批')
    await room(desk, '支部党费')
    await expect(desk.getByText('等另一位同志审批')).toBeVisible()
    await expect(desk.getByRole('button', { name: /^批准/ })).toHaveCount(0)

    const second = await openPhone(browser)
    await activate(second, college.deputy)
    await room(second, '支部党费')
    await second.getByRole('button', { name: /^批准/ }).click()
    await second.getByRole('button', { name: '批准，不再更改' }).click()
    await expect(second.getByRole('status').filter({ hasText: '已批准' })).toBeVisible()
    await phone.reload()
    await expect(phone.getByText('原来是 45.68 元，后来更正为 40.00 元。')).toBeVisible()
  })

  await test.step('a secretary hands out one-time codes on paper', async () => {
    await room(desk, '党员名册')
    await desk.getByLabel('学号、工号或姓名').fill(college.teacher.number)
    await desk.getByRole('button', { name: '查找', exact: true }).click()
    await expect(desk.getByRole('checkbox')).toHaveCount(1)
    await desk.getByRole('checkbox').check()
    await expectAccessible(desk, 'the roster')
    await desk.getByRole('button', { name: '为选中的 1 人发一次性码' }).click()
    await desk.getByRole('button', { name: '发码', exact: true }).click()
    await expect(desk.getByRole('region', { name: '一次性码' })).toContainText(/[0-9A-Z]{5}-[0-9A-Z]{5}/)
    await expectAccessible(desk, 'the slips')
    await desk.getByRole('button', { name: '收好了，返回名册' }).click()
    await expect(desk.getByRole('checkbox').first()).toBeVisible()
  })
})

test('the pages hold nobody, are not for search engines, and are kept on no device', async ({ page, request }) => {
  for (const address of ['/member/', '/member/login/', '/member/activate/', '/member/reset/']) {
    const html = await (await request.get(address)).text()
    expect(html, address).toContain('<meta name="robots" content="noindex">')
  }
  const part = await (await request.get('/sitemaps/pages.xml')).text()
  expect(part).not.toContain('/member/')
  await page.goto('/')
  await whenControlled(page)
  await page.goto('/member/')
  await expect(heading(page, '党员登录')).toBeVisible()
  await expect(page.getByText('没有连上网络')).toHaveCount(0)
  const kept = await keptOn(page)
  expect(
    Object.values(kept)
      .flat()
      .filter((address) => /\/(?:member|api)\//.test(address)),
  ).toEqual([])
})

test('without network it says so, and goes on when the network is back', async ({ browser }) => {
  const page = await openPhone(browser)
  await activate(page, college.foreign)
  await page.context().setOffline(true)
  await room(page, '我的设备')
  await expect(page.getByText('没有连上网络').first()).toBeVisible()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: '再试一次' }).first().click()
  await expect(page.getByText('这台设备')).toBeVisible()
})

test('the way in is found at the dues column, and by keyboard alone', async ({ page }) => {
  await page.goto('/dues/')
  await page.getByRole('link', { name: '党员登录' }).click()
  await expect(heading(page, '党员登录')).toBeVisible()
  await page.getByLabel('学号/工号').focus()
  await page.keyboard.type(college.member.number)
  await page.keyboard.press('Tab')
  await page.keyboard.type('错误的密码')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('学号/工号或密码不对')
  await expect(page.getByRole('alert')).toBeFocused()
})
