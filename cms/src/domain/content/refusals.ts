/** What is said when content is refused: a stable code and one Chinese sentence that tells what to do. */
export const refusals = {
  SLUG_MALFORMED: '网址短名只能用小写字母、数字和单个连字符，例如 20261123-01；也可以留空，由系统生成。',
  SLUG_RESERVED: '这个网址短名由门户自己使用，请换一个。',
  SLUG_TAKEN: '已有别的内容使用这个网址短名，请换一个，或留空由系统生成。',
  COLUMN_MISSING: '还没有选择栏目，请为稿件选择栏目后再发布；如果没有合适的栏目，请平台管理员在“栏目”里建立。',
  COLUMN_KIND: '这个栏目不收这类内容，请另选栏目。',
  COLUMN_IN_USE: '栏目里还有内容，不能删除；可以先把内容移到别的栏目，或把栏目设为不显示。',
  TOO_MANY_PICTURES: '一条微博最多九张图片，请删去多余的图片。',
  QUERY_NOT_ALLOWED: '查询参数不受支持。',
  BAD_REQUEST: '请求格式不对。',
} as const

export type RefusalCode = keyof typeof refusals
