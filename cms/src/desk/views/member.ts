import type { View } from './view'

/** Accounts of the portal's members; made and linked by the member area, not written by hand. */
export const member: View = {
  uid: 'plugin::users-permissions.user',
  mainField: 'username',
  sort: { by: 'username', order: 'ASC' },
  pageSize: 50,
  list: ['username', 'email', 'confirmed', 'blocked', 'updatedAt'],
  rows: [
    { username: 6, email: 6 },
    { password: 6, role: 6 },
    { confirmed: 4, blocked: 4 },
  ],
  fields: {
    username: { label: '用户名' },
    email: { label: '邮箱' },
    password: { label: '密码', hint: '只在需要重设密码时填写，保存后无法查看。' },
    role: { label: '会员角色' },
    confirmed: { label: '邮箱已确认' },
    blocked: { label: '已停用', hint: '停用后不能登录。' },
  },
}
