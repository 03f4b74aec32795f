import type { View } from './view'

/** Accounts of the portal's members: made when a member activates one. How he gets in is not kept here (src/accounts). */
export const member: View = {
  uid: 'plugin::users-permissions.user',
  mainField: 'username',
  sort: { by: 'username', order: 'ASC' },
  pageSize: 50,
  list: ['username', 'email', 'confirmed', 'blocked', 'updatedAt'],
  rows: [
    { username: 6, email: 6 },
    { role: 6, confirmed: 3, blocked: 3 },
  ],
  fields: {
    username: { label: '用户名' },
    email: { label: '邮箱' },
    role: { label: '会员角色' },
    confirmed: { label: '邮箱已确认' },
    blocked: { label: '已停用', hint: '停用后不能登录，已登录的设备也立即失效。' },
  },
}
