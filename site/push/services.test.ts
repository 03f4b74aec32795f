import { describe, expect, it } from 'vitest'
import { isPublicAddress } from './public-address.ts'
import { isKnownService, servicesFrom } from './services.ts'

const known = servicesFrom()
const more = servicesFrom('push.hicloud.com, http://127.0.0.1:9999')

describe('an endpoint', () => {
  it.each([
    'https://fcm.googleapis.com/fcm/send/abc',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://wns2-sg2p.notify.windows.com/w/?token=abc',
    'https://web.push.apple.com/abc',
  ])('%s is of a known service', (endpoint) => expect(isKnownService(endpoint, known)).toBe(true))

  it.each([
    'http://fcm.googleapis.com/abc',
    'https://fcm.googleapis.com:8443/abc',
    'https://user@fcm.googleapis.com/abc',
    'https://fcm.googleapis.com@127.0.0.1/abc',
    'https://evilfcm.googleapis.com.example/abc',
    'https://notfcm.googleapis.com/abc',
    'https://127.0.0.1/abc',
    'https://[::1]/abc',
    'http://127.0.0.1:9999/abc',
    'https://example.com/',
    'file:///etc/passwd',
    'no address',
  ])('%s is not', (endpoint) => expect(isKnownService(endpoint, known)).toBe(false))

  it('of a service that the operator adds is known', () => {
    expect(isKnownService('https://cn.push.hicloud.com/abc', more)).toBe(true)
    expect(isKnownService('http://127.0.0.1:9999/abc', more)).toBe(true)
    expect(isKnownService('http://127.0.0.1:9998/abc', more)).toBe(false)
  })
})

it.each([
  ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1'],
  ...['::1', 'fe80::1', 'fc00::1', '::ffff:127.0.0.1', '::', 'localhost', ''],
])('%s is no public address', (address) => expect(isPublicAddress(address)).toBe(false))

it.each(['142.250.1.95', '2404:6800:4005::5f'])('%s is a public address', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})
