import { describe, expect, it } from 'vitest'
import { addressGroup } from './address-group'

describe('the group of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['no address', 'no address'],
  ])('%s is %s', (address, group) => expect(addressGroup(address)).toBe(group))
})
