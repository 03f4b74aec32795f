import { describe, expect, it } from 'vitest'
import { parseSettings } from './schema.ts'

function settingsOf(source: Record<string, string>) {
  const parsed = parseSettings(source, '/portal')
  if ('problem' in parsed) throw new Error(parsed.problem)
  return parsed.settings
}

function problemOf(source: Record<string, string>) {
  const parsed = parseSettings(source, '/portal')
  return 'problem' in parsed ? parsed.problem : null
}

describe('settings', () => {
  it('all have a default', () => {
    expect(settingsOf({})).toEqual({
      DATA_DIR: '/portal/data',
      HOST: '127.0.0.1',
      CMS_PORT: 1337,
      SITE_PORT: 4321,
      SITE_URL: 'http://localhost:4321',
      CMS_URL: 'http://127.0.0.1:1337',
      SAMPLE: 'full',
      RENDER_LIMIT_S: 10,
      AUDIT_KEEP_MONTHS: 12,
      PICTURE_AVIF: 'on',
      VERSIONS_ALL_DAYS: 90,
      VERSIONS_DAILY_DAYS: 365,
      REPORTS_KEPT_DAYS: 180,
      DESK_IDLE_MINUTES: 30,
      LINK_CHECK: 'on',
      PUSH: 'on',
      LOG_LEVEL: 'info',
    })
  })

  it('that are empty are not given', () => {
    expect(settingsOf({ CMS_PORT: '', DATABASE_URL: ' ', APP_KEYS: '' })).toEqual(settingsOf({}))
  })

  it.each([
    ['/var/lib/portal', '/var/lib/portal'],
    ['./data', '/portal/data'],
    ['../elsewhere', '/elsewhere'],
  ])('DATA_DIR %s is %s', (given, absolute) => {
    expect(settingsOf({ DATA_DIR: given }).DATA_DIR).toBe(absolute)
  })

  it.each([
    ['0.0.0.0', 'http://127.0.0.1:1337'],
    ['::', 'http://127.0.0.1:1337'],
    ['localhost', 'http://127.0.0.1:1337'],
    ['192.168.1.5', 'http://192.168.1.5:1337'],
    ['::1', 'http://[::1]:1337'],
  ])('on HOST %s the CMS is reached at %s', (HOST, address) => {
    expect(settingsOf({ HOST }).CMS_URL).toBe(address)
  })

  it('SITE_URL follows the port and loses its last slash', () => {
    expect(settingsOf({ SITE_PORT: '8080' }).SITE_URL).toBe('http://localhost:8080')
    expect(settingsOf({ SITE_URL: 'https://dj.example.edu.cn/' }).SITE_URL).toBe('https://dj.example.edu.cn')
  })

  it.each([
    [
      { SMTP_URL: 'https://smtp.example' },
      '设置 SMTP_URL 有误：应以 smtp:// 或 smtps:// 开头，后面是“账号:密码@主机:端口”。',
    ],
    [
      { CAS_URL: 'http://cas.example.edu.cn/cas' },
      '设置 CAS_URL 有误：应为以 https:// 开头的网址，现在是“http://cas.example.edu.cn/cas”。',
    ],
    [
      { CAS_URL: 'http://127.0.0.1.evil.example/' },
      '设置 CAS_URL 有误：应为以 https:// 开头的网址，现在是“http://127.0.0.1.evil.example/”。',
    ],
    [
      { OIDC_ISSUER: 'https://id.example.edu.cn' },
      '设置 OIDC_CLIENT_ID 有误：写了 OIDC_ISSUER 就要写 OIDC_CLIENT_ID 和 OIDC_CLIENT_SECRET。',
    ],
    [{ SMTP_URL: 'smtp://mail.example:25' }, '设置 MAIL_FROM 有误：写了 SMTP_URL 就要写发件人的邮箱。'],
    [{ CMS_PORT: '0' }, '设置 CMS_PORT 有误：应为 1–65535 之间的整数，现在是“0”。'],
    [{ CMS_PORT: '65536' }, '设置 CMS_PORT 有误：应为 1–65535 之间的整数，现在是“65536”。'],
    [{ SITE_PORT: '43 21' }, '设置 SITE_PORT 有误：应为 1–65535 之间的整数，现在是“43 21”。'],
    [{ SITE_PORT: '1337' }, '设置 SITE_PORT 有误：不能与 CMS_PORT 相同，现在是“1337”。'],
    [{ HOST: 'http://x' }, '设置 HOST 有误：应为 IP 地址或主机名，现在是“http://x”。'],
    [
      { SITE_URL: 'dj.example.edu.cn' },
      '设置 SITE_URL 有误：应为以 http:// 或 https:// 开头的网址，现在是“dj.example.edu.cn”。',
    ],
    [{ SITE_URL: 'ftp://x' }, '设置 SITE_URL 有误：应为以 http:// 或 https:// 开头的网址，现在是“ftp://x”。'],
    [{ SITE_URL: 'https://x/dj' }, '设置 SITE_URL 有误：应只写到域名和端口，后面不带路径，现在是“https://x/dj”。'],
    [{ SAMPLE: 'some' }, '设置 SAMPLE 有误：应为 full、none 之一，现在是“some”。'],
    [{ RENDER_THREADS: '5' }, '设置 RENDER_THREADS 有误：应为 1–4 之间的整数，现在是“5”。'],
    [{ PUSH_CONTACT: '组织部' }, '设置 PUSH_CONTACT 有误：应为邮箱，或以 https:// 开头的网址，现在是“组织部”。'],
    [{ PUSH_SERVICES: 'ftp://x' }, '设置 PUSH_SERVICES 有误：应为用逗号隔开的域名，现在是“ftp://x”。'],
    [{ LOG_LEVEL: 'loud' }, '设置 LOG_LEVEL 有误：应为 error、warn、info、debug、silent 之一，现在是“loud”。'],
  ])('%j is refused in one sentence', (source, sentence) => {
    expect(problemOf(source)).toBe(sentence)
  })

  it.each([
    [{ DATABASE_URL: 'mysql://portal:geheim@host/db' }, '设置 DATABASE_URL 有误：应以 postgres:// 开头。'],
    [{ JWT_SECRET: 'geheim' }, '设置 JWT_SECRET 有误：至少要有 16 个字符。'],
    [{ PUSH_KEY: 'geheim' }, '设置 PUSH_KEY 有误：应为 43 个字符的 base64url（32 字节）。'],
  ])('a refusal of %j does not show it', (source, sentence) => {
    expect(problemOf(source)).toBe(sentence)
  })
})
