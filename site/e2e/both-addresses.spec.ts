import { expect, test } from './setup/test.ts'

test('the portal answers at its address', async ({ page }) => {
  const response = await page.goto('/')
  expect(response?.status()).toBe(200)
  await expect(page.getByRole('main')).toBeVisible()
})

test('the desk asks for e-mail and password in Chinese', async ({ page, system }) => {
  await page.goto(system.deskUrl)
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible()
})
