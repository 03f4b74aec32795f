/**
 * 新稿提醒 from the page to the notification. Chromium here reaches no push service of its maker, so its PushManager is
 * replaced by one whose addresses are of a push service in this test; the service worker, the portal and the encryption are real.
 */
import type { Page } from '@playwright/test'
import { openPushService, type PushService, type TestDevice } from '../push/testing/push-service.ts'
import { DeskApi } from './setup/desk-api.ts'
import { handToWorker, whenControlled, workerOf } from './setup/device.ts'
import { environment } from './setup/environment.ts'
import { expect, test } from './setup/test.ts'

const SOON = { intervals: [500], timeout: 60_000 }
let service: PushService

test.beforeEach(async () => {
  service = await openPushService(Number(environment.pushPort))
})
test.afterEach(() => service.close())

/** Runs in the page: subscriptions live in the storage, as they outlive a page. */
function replacePushManager({ endpoint, keys }: TestDevice['device']) {
  const stored = () => localStorage.getItem('subscribed-with')
  const made = (key: string) => {
    const bytes = Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0))
    return {
      endpoint,
      options: { applicationServerKey: bytes.buffer },
      toJSON: () => ({ endpoint, expirationTime: null, keys }),
      unsubscribe: async () => {
        localStorage.removeItem('subscribed-with')
        return true
      },
    }
  }
  Object.assign(PushManager.prototype, {
    getSubscription: async () => (stored() ? made(String(stored())) : null),
    subscribe: async ({ applicationServerKey }: { applicationServerKey: string }) => {
      localStorage.setItem('subscribed-with', applicationServerKey)
      return made(applicationServerKey)
    },
  })
}

const state = (page: Page, name: string) => page.locator(`[data-state=${name}]`)

test('a reader opens reminders with the keyboard, hears of a new post, changes and stops', async ({
  page,
  system,
  context,
}) => {
  const one = service.device()
  await context.grantPermissions(['notifications'], { origin: system.portalUrl })
  await page.addInitScript(replacePushManager, one.device)
  await page.goto('/notifications/')
  await whenControlled(page)
  await expect(state(page, 'off')).toBeVisible()
  await expect(page.getByRole('button', { name: '停止提醒' })).toBeHidden()
  await page.getByRole('button', { name: '打开提醒' }).press('Enter')
  await expect(page.getByRole('alert')).toHaveText('请至少选一个栏目。')
  const news = page.getByRole('checkbox', { name: '党建要闻' })
  await news.focus()
  await news.press('Space')
  await news.press('Enter')
  await expect(state(page, 'on')).toBeVisible()
  await expect(page.getByText('已保存。')).toBeVisible()
  await page.reload()
  await expect(state(page, 'on')).toBeVisible()
  await expect(news).toBeChecked()
  await expect(page.getByRole('checkbox', { name: '通知公告' })).not.toBeChecked()

  const desk = await DeskApi.logIn(page.request, system.deskUrl, system.accountOf('平台管理员'))
  const slug = `push-${Date.now()}`
  const post = { title: '推送到手机的新稿', slug, body: '正文。', column: await desk.column('news') }
  const { documentId } = await desk.publish('article', null, post)
  await desk.publish('article', documentId, { ...post, body: '改了正文。' })
  await expect.poll(() => one.received.length, SOON).toBe(1)
  expect(service.state.problems).toEqual([])
  const { message } = one.received[0] as (typeof one.received)[number]
  expect(message).toEqual({
    title: '党建要闻',
    body: '推送到手机的新稿',
    url: `/news/${slug}/`,
    tag: `article-${documentId}`,
  })

  await handToWorker(page, JSON.stringify(message))
  const shown = () =>
    page.evaluate(async () => {
      const all = await (await navigator.serviceWorker.ready).getNotifications()
      return all.map(({ title, body, tag }) => ({ title, body, tag }))
    })
  await expect.poll(shown).toEqual([{ title: message.title, body: message.body, tag: message.tag }])
  await workerOf(context).evaluate(async () => {
    const { registration } = globalThis as unknown as { registration: ServiceWorkerRegistration }
    const [notification] = await registration.getNotifications()
    const { NotificationEvent } = globalThis as unknown as {
      NotificationEvent: new (name: string, init: object) => Event
    }
    dispatchEvent(new NotificationEvent('notificationclick', { notification }))
  })
  await expect(page).toHaveURL(new RegExp(`/news/${slug}/$`))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(post.title)

  await page.goto('/notifications/')
  await page.getByRole('button', { name: '停止提醒' }).click()
  await expect(state(page, 'off')).toBeVisible()
  await expect(page.getByText('提醒已停止')).toBeVisible()
  const asked = await page.request.post('/push/subscription', { data: { endpoint: one.device.endpoint } })
  expect(asked.status()).toBe(404)
})

test('a new address of the device takes over what was chosen', async ({ page, system, context }) => {
  const [one, other] = [service.device(), service.device()]
  await page.goto('/')
  await whenControlled(page)
  const choices = ['module:ideas']
  const subscription = one.device
  expect((await page.request.put('/push/subscription', { data: { subscription, choices } })).status()).toBe(200)
  await workerOf(context).evaluate(
    (devices) => {
      const [oldSubscription, newSubscription] = devices.map((device) => ({ ...device, options: {} }))
      const event = Object.assign(new Event('pushsubscriptionchange'), { oldSubscription, newSubscription })
      dispatchEvent(Object.assign(event, { waitUntil: () => undefined }))
    },
    [one.device, other.device],
  )
  const chosen = async () => {
    const answer = await page.request.post(`${system.portalUrl}/push/subscription`, {
      data: { endpoint: other.device.endpoint },
    })
    return (await answer.json()).data?.choices
  }
  await expect.poll(chosen).toEqual(choices)
})

const obstacles: [string, string, () => void][] = [
  [
    'denied',
    '您以前拒绝过本站的通知',
    () => Object.defineProperty(Notification, 'permission', { get: () => 'denied' }),
  ],
  ['unsupported', '这个浏览器不能接收提醒', () => Reflect.deleteProperty(window, 'PushManager')],
  [
    'install-first',
    '添加到主屏幕',
    () => {
      Reflect.deleteProperty(window, 'PushManager')
      Object.defineProperty(navigator, 'userAgent', {
        get: () => 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)',
      })
    },
  ],
]
for (const [name, text, prepare] of obstacles) {
  test(`a browser that is ${name} hears why, and is asked nothing`, async ({ page }) => {
    await page.addInitScript(prepare)
    await page.goto('/notifications/')
    await expect(state(page, name)).toContainText(text)
    await expect(page.getByRole('button', { name: '打开提醒' })).toBeHidden()
  })
}

test('a portal that does not answer says so', async ({ page }) => {
  await page.route('**/push/key', (route) => route.fulfill({ status: 404, body: '<!doctype html>' }))
  await page.goto('/notifications/')
  await expect(state(page, 'unavailable')).toBeVisible()
})

test('a browser that cannot reach its own push service says so, and the page stays off', async ({
  page,
  system,
  context,
}) => {
  await context.grantPermissions(['notifications'], { origin: system.portalUrl })
  await page.addInitScript(() => {
    PushManager.prototype.subscribe = async () => {
      throw new DOMException('Registration failed', 'AbortError')
    }
  })
  await page.goto('/notifications/')
  await page.getByRole('checkbox', { name: '党建要闻' }).check()
  await page.getByRole('button', { name: '打开提醒' }).click()
  await expect(page.getByRole('alert')).toContainText('浏览器没有连上它的通知服务')
  await expect(state(page, 'off')).toBeVisible()
})
