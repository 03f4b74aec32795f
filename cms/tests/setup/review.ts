/** Reviews for tests: by people at the desk, or, where review is not the subject, by three persons without accounts. */
import { send } from './http.ts'
import type { TestCms } from './strapi.ts'

type Person = { id: number | null; name: string; roles: { code: string; name: string }[] }
type Target = { kind: string; documentId: string }
type Given = { person: Person; now: Date; note?: string; isQuiet?: boolean }
/** The part of the product's service that tests use; its types are compiled elsewhere. */
type Service = {
  submit(target: Target, given: Given): Promise<unknown>
  approve(target: Target, level: number, given: Given): Promise<unknown>
  permit(target: Target, given: Given): Promise<unknown>
}

export const reviewOf = (cms: TestCms) => cms.strapi.get('review') as Service

export const nobody = (level: number): Person => ({
  ...{ id: null, name: `审核${level}` },
  roles: [{ code: `dangjian-review-${level}`, name: `第${level}级` }],
})

export async function passReview(cms: TestCms, documentId: string, kind = 'article', upTo = 3) {
  const service = reviewOf(cms)
  const target = { kind, documentId }
  const given = { now: new Date(), isQuiet: true }
  await service.submit(target, { ...given, person: nobody(1) })
  for (let level = 1; level <= upTo; level += 1)
    await service.approve(target, level, { ...given, person: nobody(level) })
}

type Headers = Record<string, string>
export const reviewPath = (documentId: string, act = '', kind = 'article') =>
  `/admin/review/documents/api::${kind}.${kind}/${documentId}${act && `/${act}`}`

/** One act at the desk, on the version that is there now. */
export async function act(cms: TestCms, headers: Headers, documentId: string, name: string, said: object = {}) {
  const { body } = await send(cms, 'GET', reviewPath(documentId), undefined, headers)
  const { fingerprint } = body.data as { fingerprint: string }
  return send(cms, 'POST', reviewPath(documentId, name), { fingerprint, ...said }, headers)
}
