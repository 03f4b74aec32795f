import { describe, expect, it } from 'vitest'
import { isPublicAddress, publicUrl } from './public-address'

describe('isPublicAddress', () => {
  it.each(['202.117.0.20', '8.8.8.8', '2400:3200::1'])('%s is', (address) =>
    expect(isPublicAddress(address)).toBe(true))
  it.each([
    ...['127.0.0.1', '0.0.0.0', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '224.0.0.1'],
    ...['255.255.255.255', '::1', '::', 'fe80::1', 'fc00::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '64:ff9b::7f00:1'],
    ...['example.cn', '', '1.2.3.4.5'],
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false))
})

describe('publicUrl', () => {
  it.each([
    'https://mmbiz.qpic.cn/a/640?wx_fmt=png',
    'http://www.example.edu.cn:80/a.jpg',
    'https://8.8.8.8/a.png',
  ])('takes %s', (address) => expect(publicUrl(address)?.href).toBeTruthy())
  it.each([
    ...['ftp://a.example/a.png', 'file:///etc/passwd', 'javascript:x()', 'https://a:b@a.example/', 'not an address'],
    ...['http://localhost/a.png', 'http://intranet/a.png', 'http://nas.local/a.png', 'http://a.example:8080/a.png'],
    ...['http://127.0.0.1/', 'http://[::1]/', 'http://2130706433/', 'http://0x7f.1/', 'http://0177.0.0.1/'],
    `https://a.example/${'a'.repeat(2000)}`,
  ])('refuses %s', (address) => expect(publicUrl(address)).toBeNull())
})
