import { describe, expect, it } from 'vitest'
import { levels, levelsOfRoles } from '../domain/review/levels'
import { type Deed, roles, SUPER_ADMIN_CODE } from './roles'
import { views } from './views/index'

const may = (code: string, deed: Deed) =>
  roles
    .filter((role) => role.code === code)
    .flatMap(({ grants }) => grants)
    .filter(({ may }) => may.includes(deed))
    .flatMap(({ on }) => on)

const ownTypes = views.map(({ uid }) => uid).filter((uid) => uid.startsWith('api::'))
const others = roles.filter(({ code }) => code !== SUPER_ADMIN_CODE)

describe('roles', () => {
  it('bear the eight names, each once', () => {
    expect(roles.map(({ name }) => name)).toEqual([
      ...['平台管理员', '撰稿人', '审核人', '责任编辑（初审）', '部门负责人（复审）', '分管领导（终审）'],
      ...['党务人员', '数据分析员'],
    ])
    expect(new Set(roles.map(({ code }) => code)).size).toBe(roles.length)
  })

  it.each(others.map(({ name, code }) => [name, code]))('%s may read every content type', (_name, code) => {
    expect(may(code, 'read').toSorted()).toEqual(ownTypes.toSorted())
  })

  it('let those who answer for a piece publish it, and only 审核人 delete', () => {
    const named = (deed: Deed) => others.filter(({ code }) => may(code, deed).length > 0).map(({ name }) => name)
    expect(named('publish')).toEqual(['审核人', '责任编辑（初审）', '部门负责人（复审）'])
    expect(named('delete')).toEqual(['审核人'])
  })

  it('has somebody for each level of review', () => {
    for (const level of levels) {
      expect(others.some(({ code }) => levelsOfRoles([code]).join() === String(level))).toBe(true)
    }
  })

  it('leave columns and members to 平台管理员, and nobody else arranges the desk', () => {
    for (const { code, grants, actions } of others) {
      for (const deed of ['create', 'update', 'delete', 'publish'] as const) {
        expect(may(code, deed)).not.toContain('api::column.column')
      }
      expect(grants.flatMap(({ on }) => on)).not.toContain('plugin::users-permissions.user')
      expect(Object.keys(actions).filter((action) => action.includes('configure'))).toEqual([])
    }
  })

  it('give 数据分析员 nothing to change', () => {
    const deeds = roles.at(-1)?.grants.flatMap(({ may }) => may)
    expect(new Set(deeds)).toEqual(new Set(['read']))
  })
})
