/** Every kind of page is valid HTML by a real checker, also where editors wrote what is none. */
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { allAddresses } from '../src/content/addresses.ts'
import { attacks } from '../src/markdown/testing/attacks.ts'
import { htmlRules } from './testing/html-rules.ts'
import { openSmallPortal, type SmallPortal } from './testing/small-portal.ts'

let portal: SmallPortal
const checker = new HtmlValidate(htmlRules)

/** Everything that Markdown knows. */
const everyMark = `# 一

## 二

##### 五

文[^1]，**强**，*调*，~~删~~，\`码\`，<u>线</u>，H<sub>2</sub>O，[链](/go/article/n1)，![图](/uploads/a.webp)

> 引

- [x] 已办
- [ ] 未办

1. 甲
   - 乙

| 左 | 右 |
|---|---:|
| 1 | 2 |

<table><tr><td rowspan="2">并</td><td>1</td></tr><tr><td>2</td></tr></table>

![片](/uploads/film.mp4)

![声](/uploads/sound.mp3)

[件](/uploads/form.docx)

---

\`\`\`
码
\`\`\`

[^1]: 注。

[^1]: 又注。
`

beforeAll(async () => {
  portal = await openSmallPortal(vi.stubEnv)
  const { put } = portal.scratch
  for (const [n, body] of attacks.entries()) put('article', `hostile-${n}`, { column: 'notices', body })
  for (const [n, body] of [attacks.join('\n\n'), everyMark].entries()) {
    put('article', `text-${n}`, { column: 'notices', body })
    put('policy', `text-${n}`, { body, interpretation: body, history: body })
    put('lesson', `text-${n}`, { body, transcript: body })
    put('speech', `text-${n}`, { body })
    put('representative', `text-${n}`, { body })
    put('micropost', `text-${n}`, { text: body.slice(0, 500) })
    put('page', `text-${n}`, { body })
  }
}, 120_000)

afterAll(() => {
  portal?.close()
  vi.unstubAllEnvs()
})

it('every page is valid', async () => {
  const problems: string[] = []
  for (const address of allAddresses(portal.scratch.database)) {
    const { contentType, body } = await portal.render(address)
    if (!contentType.startsWith('text/html')) continue
    const { results } = await checker.validateString(new TextDecoder().decode(body))
    for (const { messages } of results)
      for (const { ruleId, message, line, column } of messages)
        problems.push(`${address}:${line}:${column} ${ruleId}: ${message}`)
  }
  expect(problems).toEqual([])
}, 120_000)
