/** A member of the Party as the roster knows him. */
import { z } from 'zod'
import { type Category, categories } from '../dues/categories'

export const memberStatuses = { full: '正式党员', probationary: '预备党员', former: '已转出或出党' } as const
export type MemberStatus = keyof typeof memberStatuses
export const statusIds = Object.keys(memberStatuses) as [MemberStatus, ...MemberStatus[]]

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
  category: Category
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
  category: z.enum(categories),
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
