import { describe, expect, it } from 'vitest'
import { readCasAnswer } from './cas-answer'

const answer = (inner: string, namespace = 'http://www.yale.edu/tp/cas') =>
  `<cas:serviceResponse xmlns:cas="${namespace}">${inner}</cas:serviceResponse>`
const success = (inner: string) => answer(`<cas:authenticationSuccess>${inner}</cas:authenticationSuccess>`)

describe('the answer of a CAS server', () => {
  it('names the user, and attributes', () => {
    const xml = success(
      '<cas:user>zhang</cas:user><cas:attributes><cas:employeeNumber> 2023001 </cas:employeeNumber></cas:attributes>',
    )
    expect(readCasAnswer(xml, null)).toBe('zhang')
    expect(readCasAnswer(xml, 'employeeNumber')).toBe('2023001')
    expect(readCasAnswer(xml, 'studentNumber')).toBeNull()
  })

  it.each([
    ['a refusal', answer('<cas:authenticationFailure code="INVALID_TICKET">no</cas:authenticationFailure>')],
    [
      'another namespace',
      answer('<cas:authenticationSuccess><cas:user>x</cas:user></cas:authenticationSuccess>', 'urn:x'),
    ],
    [
      'a success within a refusal',
      answer(
        '<cas:authenticationFailure><cas:authenticationSuccess><cas:user>x</cas:user></cas:authenticationSuccess></cas:authenticationFailure>',
      ),
    ],
    [
      'two successes',
      answer(
        '<cas:authenticationSuccess><cas:user>a</cas:user></cas:authenticationSuccess><cas:authenticationSuccess><cas:user>b</cas:user></cas:authenticationSuccess>',
      ),
    ],
    ['nobody', success('<cas:user></cas:user>')],
    ['a page', '<html><body>登录</body></html>'],
    ['half of it', success('<cas:user>x</cas:user>').slice(0, -20)],
    ['JSON', '{"serviceResponse":{}}'],
    ['nothing', ''],
  ])('%s is nobody', (_what, xml) => expect(readCasAnswer(xml, null)).toBeNull())

  it('reads a name as a whole, whatever stands between', () => {
    expect(readCasAnswer(success('<cas:user>admin<!-- -->2</cas:user>'), null)).toBe('admin2')
    expect(readCasAnswer(success('<cas:user><![CDATA[2023001]]></cas:user>'), null)).toBe('2023001')
  })

  it('takes nothing from outside', () => {
    const xml = `<!DOCTYPE x [<!ENTITY who SYSTEM "file:///etc/passwd">]>${success('<cas:user>&who;</cas:user>')}`
    expect(readCasAnswer(xml, null) ?? '').not.toContain('root:')
  })

  it('does not take two numbers for one', () => {
    const two = '<cas:attributes><cas:n>1</cas:n><cas:n>2</cas:n></cas:attributes>'
    expect(readCasAnswer(success(`<cas:user>x</cas:user>${two}`), 'n')).toBeNull()
  })
})
