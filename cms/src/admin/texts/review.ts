/** What the desk says about reviews. */
import { type ActName, actNames, type MarkType, markTypes } from '../../domain/review/acts'
import { type Level, levelNames } from '../../domain/review/levels'
import type { ReviewState } from '../../domain/review/state'

const states: Record<ReviewState | 'published', string> = {
  notNeeded: '无需审核',
  unsubmitted: '未送审',
  awaiting1: '待初审',
  awaiting2: '待复审',
  awaiting3: '待终审',
  approved: '已通过',
  returned: '被退回',
  published: '已发布',
}

const acts: Record<ActName, string> = actNames
const marks: Record<MarkType, string> = markTypes
const levels: Record<Level, string> = levelNames

export const review = {
  panel: '审核',
  states,
  acts,
  marks,
  levels,
  saveFirst: '保存以后，就可以在这里送审。',
  unsaved: '有改动还没有保存。请先保存，再送审或审核。',
  notNeeded: '这个栏目的内容不需要审核，可以直接发布。',
  unsubmitted: (count: number) => `需要 ${count} 级审核。写好并保存后，请送审。`,
  allPassed: '各级审核已通过，可以发布。',
  passedAndPublic: '各级审核已通过。',
  waiting: (level: string) => `等待${level}。`,
  waitsForLevel: '等待审核',
  notYet: '未到',
  overtaken: '稿件或它用到的文件在送审后有改动，已做的审核不再有效，请重新送审。',
  urgentNow: '未经全部审核，已紧急发布',
  ownWork: '您写过或改过这篇稿件，要由其他人审核。',
  twice: '您已通过前面的一级，这一级要由其他人审核；发现问题仍可退回。',
  by: (name: string, role: string) => (role && role !== name ? `${role} ${name}` : name),
  opinion: '意见',
  proofread: (count: number) => (count === 0 ? '未标出问题' : `标出 ${count} 处`),
  lost: '暂时问不到审核情况，会自动再问。',
  failed: '操作没有成功，请稍后再试。',

  submit: '送审',
  approve: '通过',
  sendBack: '退回',
  withdraw: '撤回送审',
  urgent: '紧急发布',
  cancel: '取消',
  sheet: '审核单',
  history: '全部记录',

  submitTitle: '送审',
  submitHint: '送审以后请不要再改内容：改动会使已做的审核失效，需要重新送审。',
  submitNote: '给审核人的话（可不填）',
  approveTitle: (level: string) => `${level}通过`,
  approveHint: '您的姓名、时间和意见会记入审核单，不能更改。您确认已通读并校对了这个版本。',
  approveNote: '审核意见（可不填）',
  returnTitle: (level: string) => `${level}退回`,
  returnHint: '作者会收到提醒，看到您的意见和标出的各处；修改后要从初审重新开始。',
  returnNote: '退回意见',
  returnMissing: '请写明意见，让作者知道怎样修改。',
  withdrawTitle: '撤回送审',
  withdrawHint: '撤回后可以继续修改；已做的审核不再有效，需要重新送审。',
  withdrawNote: '撤回原因（可不填）',
  urgentTitle: '紧急发布',
  urgentHint:
    '不等审核，立即让读者看到这个版本。您的姓名和理由会记入审核单并通知各级审核人；以后再改动，仍要正常送审。',
  urgentNote: '理由',
  urgentMissing: (least: number) => `请写明理由，至少 ${least} 个字。`,
  done: {
    submit: '已送审',
    approve: '已通过',
    return: '已退回',
    withdraw: '已撤回',
    urgent: '已紧急发布',
  },

  proofreading: '校对',
  addMark: '标出选中的文字',
  markHint: '先在左边的表单里选中一段文字，再点这里。',
  nothingSelected: '没有选中文字。请先在左边的标题或正文里选中一段文字。',
  markType: '问题类型',
  markComment: '说明或改法',
  removeMark: '删除这一处',
  goTo: '到此处',
  notFound: '这段文字已不在稿件里，可能已经改过。',

  publishUnreviewed: '发布（未经审核）',
  publishMissing: (levels: string) => `发布（缺${levels}）`,
  publishUnsaved: '发布（先保存再送审）',

  page: '审核与提醒',
  pageSubtitle: '轮到您审核的、退回给您的和您提交的稿件',
  lists: { awaiting: '待我审核', returned: '被退回', submitted: '我提交的', published: '已发布' },
  empty: {
    awaiting: '没有等您审核的稿件。',
    returned: '没有退回给您的稿件。',
    submitted: '您还没有送审过稿件。',
    published: '您送审的稿件还没有发布。',
  },
  notices: '提醒',
  noNotices: '没有提醒。',
  unread: (count: number) => `${count} 条未读`,
  readAll: '全部标为已读',
  isUnread: '未读',
  failedMails: (count: number) => `${count} 封提醒邮件没能发出，请检查邮件服务器的设置。`,
  columns: { title: '标题', column: '栏目', state: '状态', submitter: '送审人', at: '时间' },
  urgentShort: '紧急发布',
  previous: '上一页',
  next: '下一页',
  pageOf: (page: number, pages: number, total: number) => `第 ${page} / ${pages} 页，共 ${total} 篇`,

  print: '打印',
  back: '返回稿件',
  sheetTitle: '稿件审核单',
  sheetFields: { title: '标题', column: '栏目', submitter: '送审人', submittedAt: '送审时间', state: '审核结果' },
  sheetHead: { level: '审次', person: '审核人', time: '时间', opinion: '审核意见', proofreading: '校对' },
  sheetUrgent: '紧急发布',
  sheetFingerprint: '版本指纹',
  sheetFingerprintHint: '由稿件内容算出，内容改动一个字即不相同。',
  sheetSignature: '签字',
  sheetPrinted: (at: string) => `${at} 打印`,
  sheetAgreed: '同意',
  none: '—',
} as const

export const reviewTitles: Record<string, string> = {
  'review.widget.work': '我的审核',
  'review.menu': '审核与提醒',
}
