/**
 * What a member is told, and agrees to, before an account comes into being (个人信息保护法 Art. 17, 29, 30). A changed text gets
 * a new version: whoever agreed to the old one has not agreed to the new one.
 */
export const consentKinds = ['notice', 'sensitive'] as const
export type ConsentKind = (typeof consentKinds)[number]

export type ConsentText = { kind: ConsentKind; version: string; title: string; agreed: string; paragraphs: string[] }

export const consentTexts: readonly ConsentText[] = [
  {
    kind: 'notice',
    version: '2026-11',
    title: '个人信息处理告知',
    agreed: '我已阅读个人信息处理告知',
    paragraphs: [
      '处理者是学校党委。党员账号用来核定、缴纳和公示党费，办理组织关系，接收支部通知。',
      '为此处理您的姓名、学号/工号、所在支部、党员身份和入党、转正日期、联系电话和邮箱、党费计算基数和缴纳记录，以及登录设备的名称和登录时间。',
      '这些信息保存在学校的服务器上，不向校外提供；在线缴费时，只把订单号和金额交给您选择的支付机构。',
      '信息保存到组织关系转出或者法律、党内规定要求的期限为止：缴费凭证和账目按会计档案保存，登录记录保存六个月以上，其余到期自动删除。',
      '您可以在“我的资料”里查看、更正、导出，也可以撤回同意、申请注销账号；撤回不影响此前的处理。对处理有疑问，请联系支部或学校党委。',
    ],
  },
  {
    kind: 'sensitive',
    version: '2026-11',
    title: '处理敏感个人信息的单独同意',
    agreed: '我同意为上述目的处理我的敏感个人信息',
    paragraphs: [
      '政治面貌、身份证件号码、工资等党费计算基数属于敏感个人信息，泄露后可能损害人格尊严或者财产安全。',
      '党员身份用来确定您属于哪个支部、有哪些权利和义务；党费计算基数用来按《关于中国共产党党费收缴、使用和管理的规定》核定党费；身份证件号码只在核对身份时使用，加密保存。',
      '只有您本人、本支部负责党费的同志和有相应职责的上级组织工作人员能看到；每次查看他人的敏感信息都会记入审计日志。',
      '您可以不同意。不同意时不能使用党员账号，仍可以到支部线下办理，不影响您的党员权利。',
    ],
  },
]

export type Agreed = { kind: ConsentKind; version: string }

/** @returns what is wrong with what somebody agreed to, or null */
export function checkConsents(agreed: readonly Agreed[]): 'CONSENT_MISSING' | 'CONSENT_OUTDATED' | null {
  const given = consentTexts.map(({ kind }) => agreed.find((one) => one.kind === kind))
  if (given.some((one) => !one)) return 'CONSENT_MISSING'
  const isPresent = consentTexts.every(({ version }, place) => given[place]?.version === version)
  return isPresent ? null : 'CONSENT_OUTDATED'
}
