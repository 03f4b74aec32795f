import { expect, it } from 'vitest'
import { createRefusalLog, QUIET_MS } from './refusal-log'

it('says once a minute how many notices were refused', () => {
  const lines: string[] = []
  let now = 0
  const note = createRefusalLog(
    (line) => lines.push(line),
    () => now,
  )
  note('wechat', 'BAD_SIGNATURE')
  for (now = 1; now < QUIET_MS; now += 1000) note('alipay', 'UNSIGNED')
  expect(lines).toEqual(['1 notices of payment refused, the last in the name of wechat: BAD_SIGNATURE'])
  now = QUIET_MS
  note('wechat', 'STALE')
  expect(lines[1]).toBe('61 notices of payment refused, the last in the name of wechat: STALE')
})
