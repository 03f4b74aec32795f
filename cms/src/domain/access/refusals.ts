/** What is said to members, branches and staff: a stable code and one Chinese sentence that tells what to do. */
export const memberRefusals = {
  LOGIN_REQUIRED: '请先登录。',
  NOT_ALLOWED: '您现在的职务不能做这件事。如果应该可以，请联系党委工作人员。',
  SECOND_FACTOR_REQUIRED: '这项工作要先做两步验证：请输入验证器上的码；还没有设置的，请先在“我的设备”里设置。',
  NO_MEMBER: '这个账号没有对应的党员，请联系所在支部。',
  NOT_FOUND: '没有找到。',
  TOO_OFTEN: '操作太频繁，请过一会儿再试。',
  ORGANISATION_DISSOLVED: '这个组织已经撤销，不能再改动，也不能接收党员或下级组织。',
  ORGANISATION_PARENT: '上级组织不合适：党总支在党委之下，党支部在党委或党总支之下，党小组在党支部之下。',
  ORGANISATION_CIRCLE: '不能把组织移到或并入它自己和它的下级。',
  ORGANISATION_NOT_EMPTY: '还有党员或下级组织，不能撤销；请先转出、并入或撤销它们。',
  ORGANISATION_KIND: '只有同一层级的组织可以合并；党委不能合并或撤销。',
  ORGANISATION_DAY: '日期早于组织成立的日子，请核对。',
  ORGANISATION_NAME_TAKEN: '同一个上级之下已经有这个名称的组织，请换一个名称。',
  MEMBER_DATES: '日期的先后不对：接收为预备党员、转为正式党员的日子依次在前，都不晚于今天。',
  MEMBER_FULL_ON: '正式党员要填转正日期，预备党员不填。',
  MEMBER_ORGANISATION: '党员要编入一个党支部或党小组，请选一个没有撤销的支部或小组。',
  MEMBER_NUMBER_TAKEN: '这个学号或工号已经有人使用，请核对。',
  MEMBER_IDENTITY: '身份证号码不对，请核对十八位号码和末位校验码。',
  OFFICE_PLACE: '这个职务不能设在这一层级的组织，请重新选择。',
  OFFICE_HELD: '他已经担任这个职务。',
  CODE_FOR_OFFICE: '担任组织委员、党总支、党委或审计职务的党员，一次性码由党委工作人员发放。',
  SECOND_FACTOR_NONE: '他没有设置两步验证，不需要解除。',
  OFFICE_OVER: '这个职务已经结束，请刷新页面查看。',
} as const

export type MemberRefusalCode = keyof typeof memberRefusals
