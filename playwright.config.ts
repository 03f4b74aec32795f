import { defineConfig } from '@playwright/test'
import { CHROMIUM_ARGUMENTS, environment } from './site/e2e/setup/environment.ts'

const MINUTE_MS = 60_000

export default defineConfig({
  testDir: 'site/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  globalSetup: './site/e2e/setup/start-system.ts',
  // one system, and what one test publishes another would see
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 3 * MINUTE_MS,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    baseURL: environment.portalUrl,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: environment.chromium, args: CHROMIUM_ARGUMENTS },
  },
})
