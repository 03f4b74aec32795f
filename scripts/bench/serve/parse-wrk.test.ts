import { describe, expect, it } from 'vitest'
import { parseWrk } from './parse-wrk.ts'

const output = (latency: string, more = '') => `Running 4s test @ http://127.0.0.1:1/
  Latency Distribution
     50%  592.00us
     99%    ${latency}
  323000 requests in 4.02s, 3.09GB read
${more}Requests/sec:  80367.30
Transfer/sec:    787.11MB
`

describe('what wrk prints', () => {
  it.each([
    ['592.00us', 0.592],
    ['1.12ms', 1.12],
    ['1.50s', 1500],
  ])('with p99 %s', (latency, p99Ms) => {
    expect(parseWrk(output(latency))).toEqual({ requestsPerSecond: 80367.3, p99Ms: expect.closeTo(p99Ms) })
  })

  it.each([
    '  Non-2xx or 3xx responses: 12\n',
    '  Socket errors: connect 0, read 3, write 0, timeout 0\n',
  ])('counts for nothing with %j', (failure) => {
    expect(() => parseWrk(output('1.12ms', failure))).toThrow('requests failed')
  })
})
