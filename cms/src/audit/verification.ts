/** The chain is walked every night, and the desk knows how that ended. */
import type { Core } from '@strapi/types'
import { z } from 'zod'
import { wordsOfProblem } from '../domain/audit/problem-words'
import { addNotice } from '../stores/notices'
import { type Verification, verifyAuditLog } from './verify'

const stored = z.object({
  at: z.string(),
  checked: z.number(),
  sequence: z.number(),
  problem: z.string().nullable(),
})
export type LastVerification = z.infer<typeof stored>

const store = (strapi: Core.Strapi) => strapi.store({ type: 'desk', name: 'audit' })

export async function lastVerification(strapi: Core.Strapi): Promise<LastVerification | null> {
  return stored
    .nullable()
    .catch(null)
    .parse(await store(strapi).get({ key: 'verification' }))
}

async function tellAdministrators(strapi: Core.Strapi, problem: string, at: Date) {
  const administrators = await strapi.db
    .query('admin::user')
    .findMany({ where: { roles: { code: 'strapi-super-admin' }, isActive: true } })
  const recipients = administrators.map(({ id }) => Number(id))
  const text = `${problem}请联系运维人员，在服务器上运行 npm run audit -- verify，并保留现场。`
  const subject = '审计日志校验没有通过'
  await addNotice(strapi, { recipients, topic: 'audit-broken', subject, text, kind: null, documentId: null, at })
}

/** Keeps the outcome; a problem that was not there the last time is told to 平台管理员. */
export async function verifyAndTell(strapi: Core.Strapi, now: Date): Promise<Verification> {
  const verification = await verifyAuditLog(strapi)
  const { checked, last } = verification
  const problem = verification.problem && wordsOfProblem(verification.problem)
  const known = await lastVerification(strapi)
  await store(strapi).set({
    key: 'verification',
    value: { at: now.toISOString(), checked, sequence: last.sequence, problem },
  })
  if (problem) strapi.log.error(`the audit log is broken: ${JSON.stringify(verification.problem)}`)
  // in the log file stands a hash that nobody who changes the database alone can change
  else strapi.log.info(`audit log verified up to ${last.sequence}, ${last.hash}`)
  if (problem && problem !== known?.problem) await tellAdministrators(strapi, problem, now)
  return verification
}
