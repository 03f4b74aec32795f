/** A newer Strapi brings new English texts: this test names each one that still has to be translated. */
import { createRequire } from 'node:module'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { frameTexts, pluginTexts, zhHans } from './index'

type Texts = Record<string, string>
type Element = { type: number; value: string; options?: Record<string, { value: Element[] }>; children?: Element[] }

const LITERAL = 0
const POUND = 7
const TAG = 8

/** Names, formats, addresses and blanks: right as they are, in any language. */
const SAME_IN_BOTH = new Set([
  'CSV',
  'PDF',
  'XLS',
  'ZIP',
  'my.subdomain.com',
  'no-reply@example.edu.cn',
  'dangjian@example.edu.cn',
  'noopener, nofollow, noreferrer',
  '_blank, _self, _parent, _top',
  '{lastname}{firstname}',
  '{errorMessage} ',
  '{label}：{count}',
  '{time}{isAnonymous, select, true {} other {，{author}}}',
  '{hasLocale, select, true {{subtitle}，{locale}} other {{subtitle}}}',
  '<text>{enforcementUserCount}</text>/{permittedSeats}',
  '，',
  ' ',
])

const HAN = /\p{Script=Han}/u

// the packages export neither their texts nor the message parser: walk there from the one that we depend on
const fromStrapi = createRequire(createRequire(import.meta.url).resolve('@strapi/strapi/package.json'))
const folderOf = (name: string) => path.dirname(fromStrapi.resolve(`${name}/package.json`))
const fromAdmin = createRequire(path.join(folderOf('@strapi/admin'), 'package.json'))
const fromIntl = createRequire(fromAdmin.resolve('react-intl'))
const { parse } = fromIntl('@formatjs/icu-messageformat-parser') as {
  parse: (message: string, options?: object) => Element[]
}

const FOLDERS: Record<string, string> = {
  admin: path.join(folderOf('@strapi/admin'), 'dist/admin/admin/src/translations'),
  'content-manager': path.join(folderOf('@strapi/content-manager'), 'dist/admin/translations'),
  'content-type-builder': path.join(folderOf('@strapi/content-type-builder'), 'dist/admin/translations'),
  upload: path.join(folderOf('@strapi/upload'), 'dist/admin/translations'),
  email: path.join(folderOf('@strapi/email'), 'dist/admin/translations'),
  i18n: path.join(folderOf('@strapi/i18n'), 'dist/admin/translations'),
  'users-permissions': path.join(
    path.dirname(createRequire(import.meta.url).resolve('@strapi/plugin-users-permissions/package.json')),
    'dist/admin/translations',
  ),
}

function loadEnglish(plugin: string): Texts {
  const loaded = fromStrapi(path.join(FOLDERS[plugin], 'en.json.js')) as Texts & { default?: Texts }
  return loaded.default ?? loaded
}

/** Names of what code fills in: arguments and tags. Some English texts are malformed and shown as they are: null. */
function namesIn(message: string): string[] | null {
  const collect = (elements: Element[]): string[] =>
    elements.flatMap((element) => [
      ...(element.type === LITERAL || element.type === POUND
        ? []
        : [element.type === TAG ? `<${element.value}>` : element.value]),
      ...Object.values(element.options ?? {}).flatMap((option) => collect(option.value)),
      ...collect(element.children ?? []),
    ])
  try {
    return [...new Set(collect(parse(message, { requiresOtherClause: false })))].sort()
  } catch {
    return null
  }
}

describe.each(Object.keys(FOLDERS))('%s', (plugin) => {
  const english = loadEnglish(plugin)
  const chinese = plugin === 'admin' ? frameTexts : pluginTexts[plugin]

  it('has a Chinese text for every key', () => {
    const untranslated = Object.keys(english).filter((id) => {
      const text = chinese[id]
      return text === undefined || !(HAN.test(text) || SAME_IN_BOTH.has(text))
    })
    expect(untranslated).toEqual([])
  })

  it('keeps every placeholder and tag', () => {
    const changed = Object.keys(english)
      .filter((id) => chinese[id] !== undefined)
      .map((id) => ({ id, expected: namesIn(english[id]), actual: namesIn(chinese[id]) }))
      .filter(({ expected, actual }) => expected !== null && expected.join() !== actual?.join())
    expect(changed).toEqual([])
  })

  it('holds no text that nothing asks for', () => {
    expect(Object.keys(chinese).filter((id) => !(id in english))).toEqual([])
  })
})

it('gives every text in the form in which messages are looked up', () => {
  expect(zhHans['content-manager.containers.List.published']).toBe('已发布')
  expect(zhHans['app.components.LeftMenu.logout']).toBe('退出登录')
  for (const text of Object.values(zhHans)) expect(() => parse(text)).not.toThrow()
})
