import { expect, it } from 'vitest'
import { mapAddress } from './map-address.ts'

it('leads to the place on a map', () => {
  expect(mapAddress('108.940212,34.341568', '学院 A&B')).toBe(
    'https://uri.amap.com/marker?position=108.940212,34.341568&name=%E5%AD%A6%E9%99%A2%20A%26B',
  )
})

it.each([null, '', '108,34', '108.1', 'javascript:alert(1)', '108.1,34.1&x=1'])('leads nowhere from %o', (given) => {
  expect(mapAddress(given, '学院')).toBeNull()
})
