/** What changed is shown by the names that the desk gives its fields. */
import type { Json } from '../../domain/content/snapshot'
import { systemFields, views } from '../views/index'

const others: Record<string, string> = {
  name: '名称',
  description: '说明',
  email: '邮箱',
  username: '用户名',
  firstname: '名',
  lastname: '姓',
  password: '密码',
  isActive: '启用',
  blocked: '停用',
  confirmed: '已确认',
  roles: '角色',
  role: '角色',
  permissions: '权限',
  preferedLanguage: '界面语言',
  type: '类型',
  kind: '种类',
  code: '代码',
  accessKey: '密钥',
  lifespan: '有效期',
  expiresAt: '到期时间',
  alternativeText: '替代文字',
  caption: '图片说明',
  focalPoint: '焦点',
  folder: '文件夹',
  parent: '上级文件夹',
  files: '文件',
  hash: '存储名',
  contentHash: '内容指纹',
  ext: '扩展名',
  mime: '文件类型',
  size: '大小（KB）',
  width: '宽',
  height: '高',
  url: '网址',
  fileInfo: '文件信息',
  fileIds: '文件',
  folderIds: '文件夹',
  format: '格式',
  person: '操作人',
  subject: '对象',
  act: '操作',
  result: '结果',
  from: '从',
  to: '到',
  file: '文件',
}

const keysOf = (value: Json) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : []

/** For the keys that stand there; what nobody has named stands for itself. */
export function labelsOf(uid: string | null, before: Json, after: Json): Record<string, string> {
  const fields = views.find((view) => view.uid === uid)?.fields ?? {}
  const keys = new Set([...keysOf(before), ...keysOf(after)])
  return Object.fromEntries(
    [...keys].map((key) => [key, fields[key]?.label ?? others[key] ?? systemFields[key]?.label ?? key]),
  )
}
