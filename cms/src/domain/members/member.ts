/** A member of the Party as the roster knows him. */
import { z } from 'zod'

export const memberStatuses = { full: '正式党员', probationary: '预备党员', former: '已转出或出党' } as const
export type MemberStatus = keyof typeof memberStatuses
export const statusIds = Object.keys(memberStatuses) as [MemberStatus, ...MemberStatus[]]

/** Which rule of dues applies; the names are those of the regulation. */
export const duesCategories = {
  salaried: '月薪制在职党员',
  'annual-salary': '年薪制党员',
  'self-employed': '个体经营者等',
  retired: '离退休党员',
  farmer: '农民党员',
  student: '学生党员',
  unemployed: '下岗失业党员',
  relief: '领取抚恤救济的党员',
  'minimum-allowance': '领取最低生活保障金的党员',
} as const
export type DuesCategory = keyof typeof duesCategories
export const categoryIds = Object.keys(duesCategories) as [DuesCategory, ...DuesCategory[]]

export type Member = {
  id: string
  /** 学号 or 工号, as the college writes it */
  number: string
  name: string
  organisationId: string
  status: MemberStatus
  /** day of the branch meeting that admitted him as a probationary member */
  admittedOn: string
  fullOn: string | null
  leftOn: string | null
  category: DuesCategory
  phone: string | null
  mail: string | null
  /** whether an identity number is kept, sealed */
  hasIdentity: boolean
}

const day = z.iso.date()
export const numberSchema = z
  .string()
  .trim()
  .regex(/^[A-Za-z\d-]{3,20}$/)
export const memberSchema = z.strictObject({
  number: numberSchema,
  name: z.string().trim().min(1).max(50),
  organisationId: z.string().max(40),
  status: z.enum(['full', 'probationary']),
  admittedOn: day,
  fullOn: day.nullable(),
  category: z.enum(categoryIds),
  phone: z
    .string()
    .regex(/^1[3-9]\d{9}$/)
    .nullable(),
  mail: z.email().max(254).nullable(),
  identity: z.string().max(18).nullable(),
})
export type MemberData = z.infer<typeof memberSchema>

export type MemberRefusal = 'MEMBER_DATES' | 'MEMBER_FULL_ON' | 'MEMBER_ORGANISATION'

/** A full member was a probationary one before (constitution of the Party, article 7: one year at least is the rule, not checked here). */
export function checkMemberDates(
  { status, admittedOn, fullOn }: Pick<MemberData, 'status' | 'admittedOn' | 'fullOn'>,
  today: string,
): MemberRefusal | null {
  if (admittedOn > today || (fullOn && (fullOn > today || fullOn < admittedOn))) return 'MEMBER_DATES'
  return (status === 'full') === Boolean(fullOn) ? null : 'MEMBER_FULL_ON'
}
