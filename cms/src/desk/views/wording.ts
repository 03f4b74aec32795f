/** Words that the checks before publication look for. */
import type { View } from './view'

export const wording: View = {
  uid: 'api::wording.wording',
  mainField: 'wrong',
  sort: { by: 'updatedAt', order: 'DESC' },
  pageSize: 50,
  list: ['wrong', 'right', 'severity', 'exceptions', 'updatedAt'],
  rows: [{ wrong: 6, right: 6 }, { severity: 4, note: 8 }, { exceptions: 12 }],
  fields: {
    wrong: {
      label: '错误用语',
      hint: '至少两个字。稿件里出现它就会提示；全角半角、字间空格都能认出。',
      placeholder: '例如：党风廉正',
    },
    right: { label: '正确用语', hint: '提示时建议换成它；没有固定写法的留空。', placeholder: '例如：党风廉政' },
    severity: { label: '处理方式', hint: '“提醒”仍可发布；“禁止发布”必须改掉才能发布。' },
    exceptions: {
      label: '例外',
      hint: '包含它、但本身正确的较长词语，用顿号隔开，例如“计画”的例外是“设计画面”。',
      placeholder: '例如：设计画面、统计画图',
    },
    note: { label: '说明', hint: '为什么不能这样写，会显示给编辑看。' },
  },
}
