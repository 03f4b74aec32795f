/** What the desk says of the committee, its first roster and its staff. */
const number = new Intl.NumberFormat('zh-CN')
const moment = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' })
const people = (count: number) => `${number.format(count)} 人`

export const committee = {
  title: '党员与组织',
  subtitle: '建立党委，导入第一份党员名册，指定党委工作人员。以后的名册、组织和党费，由他们在门户的党员专区里管理。',
  failed: '没能读取，请稍后再试。',
  actFailed: '没能完成，请稍后再试。',
  stepCommittee: '一、党委',
  stepRoster: '二、党员名册',
  stepStaff: '三、党委工作人员',
  name: '党委名称',
  nameHint: '例如：中共某某职业技术学院委员会',
  foundedOn: '成立日期',
  found: '建立党委',
  founded: '党委已经建立。',
  committeeIs: (name: string, day: string) => `${name}（${day} 成立）`,
  counts: (organisations: number, members: number) =>
    `现有党组织 ${number.format(organisations)} 个，党员 ${people(members)}（含已转出的）。`,
  later: '建立党委之后，再导入名册。',
  rosterHint:
    '请先下载模板，照“填写说明”填好，或直接用已有的 Excel、CSV 名册。文件里有、系统里没有的党总支、党支部、党小组会一起建立，成立日期按下面所填，以后可以改。选好文件只是预览，核对无误再导入。',
  organisationsFoundedOn: '新建组织的成立日期',
  template: '下载模板',
  choose: '选择名册文件',
  fileTooLarge: '文件太大，最多 5 MB。',
  import: '导入',
  imported: (added: number, changed: number, organisations: number) =>
    `已导入：新增党员 ${people(added)}，修改 ${people(changed)}，新建党组织 ${number.format(organisations)} 个。`,
  problems: (count: number) => `有 ${number.format(count)} 处不能导入，请改好文件后重新选择：`,
  problem: (row: number, column: string, message: string) => `第 ${row} 行，${column}：${message}`,
  newOrganisations: (count: number) => `新建党组织 ${number.format(count)} 个`,
  newOrganisation: (kind: string, name: string, parent: string, similar: string[]) =>
    `${kind}“${name}”，在“${parent}”之下${similar.length > 0 ? `（已有名称相近的：${similar.join('、')}，请确认不是写错）` : ''}`,
  added: (count: number) => `新增党员 ${people(count)}`,
  changed: (count: number) => `修改资料 ${people(count)}`,
  moved: (count: number) => `转移支部 ${people(count)}`,
  missing: (count: number) => `名册里有、文件里没有的 ${people(count)}（不会移出名册）`,
  unchanged: (count: number) => `没有变化 ${people(count)}`,
  ignored: (columns: string[]) => `没有用到的列：${columns.join('、')}`,
  person: (name: string, code: string, more: string) => `${name}（${code}）${more}`,
  fromTo: (title: string, from: string, to: string) => `${title}：${from || '（空）'} → ${to || '（空）'}`,
  more: (count: number) => `……还有 ${number.format(count)} 条`,
  nothing: '名册与文件一致，没有要导入的内容。',
  staffHint: '党委工作人员管理全院的名册和党费，登录时要两步验证。请按学号、工号或姓名查找，从名册里指定。',
  noStaff: '还没有党委工作人员。',
  search: '查找党员',
  searchHint: '学号、工号或姓名',
  find: '查找',
  noneFound: '没有找到，请核对学号、工号或姓名。',
  appoint: '指定',
  appointed: (name: string) => `已指定${name}为党委工作人员。`,
  since: (day: string) => `${day} 起`,
  give: '发一次性码',
  askGive: (name: string) =>
    `给${name}发一个新的一次性码？以前发的码随即作废。还没有账号的，用它在党员专区启用账号；已有账号的，用它重设密码。`,
  given: (code: string, expiresAt: string) =>
    `一次性码：${code}，${moment.format(new Date(expiresAt))}以前有效，只显示这一次，请抄下交给本人。`,
  end: '免去',
  ended: (name: string) => `已免去${name}的职务，明天起失效。`,
  askEnd: (name: string) => `确定免去${name}的党委工作人员职务吗？`,
} as const

export const committeeTitles: Record<string, string> = { 'committee.menu': committee.title }
