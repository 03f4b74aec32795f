import { describe, expect, it } from 'vitest'
import { changers, needsSecondFactor, officeRoles } from './roles'
import { type HeldOffice, holdsOneOf, mayActOn, pathsOf } from './scope'

const office = (role: HeldOffice['role'], path: string): HeldOffice => ({
  role,
  path,
  organisationId: path.split('/').at(-2) ?? '',
})

describe('what lies below an office', () => {
  const caller = { offices: [office('branch-secretary', '/c/g/b/'), office('auditor', '/c/h/')] }

  it.each([
    ['/c/g/b/', true],
    ['/c/g/b/x/', true],
    ['/c/g/', false],
    ['/c/g/bb/', false],
    ['/c/h/z/', false],
    ['/', false],
  ])('lets a secretary act on %s: %s', (path, expected) => {
    expect(mayActOn(caller, ['branch-secretary'], path)).toBe(expected)
  })

  it('joins what lies within each other', () => {
    const both = {
      offices: [office('treasurer', '/c/g/b/'), office('general-branch', '/c/g/'), office('auditor', '/c/')],
    }
    expect(pathsOf(both, ['treasurer', 'general-branch'])).toEqual(['/c/g/'])
    expect(pathsOf(both, ['treasurer'])).toEqual(['/c/g/b/'])
    expect(pathsOf(both, ['committee-staff'])).toEqual([])
  })

  it('needs an office for what members may not', () => {
    expect(holdsOneOf({ offices: [] }, ['member'])).toBe(true)
    expect(holdsOneOf({ offices: [] }, officeRoles)).toBe(false)
    expect(holdsOneOf(caller, changers)).toBe(true)
    expect(holdsOneOf({ offices: [office('auditor', '/c/')] }, changers)).toBe(false)
  })

  it('asks treasurers and staff for a second factor', () => {
    expect(needsSecondFactor([])).toBe(false)
    expect(needsSecondFactor(['branch-secretary'])).toBe(false)
    expect(needsSecondFactor(['branch-secretary', 'treasurer'])).toBe(true)
  })
})
