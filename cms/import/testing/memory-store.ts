/** A store for tests: what the CMS would hold, and what an editor does to it. */
import type { PolicyEntry, PolicyLink, PolicyStore, Saved, StoredPolicy } from '../store.ts'

export class MemoryPolicyStore implements PolicyStore {
  readonly documents = new Map<string, StoredPolicy & { body: string }>()
  /** one word for each write, in order */
  readonly writes: string[] = []
  /** keys that the CMS would refuse */
  readonly refused = new Set<string>()
  /** as with a column that asks for reviews */
  leavesDrafts = false

  async imported(): Promise<StoredPolicy[]> {
    return [...this.documents.values()].map((document) => ({ ...document }))
  }

  async save(entries: readonly PolicyEntry[]): Promise<Saved[]> {
    this.writes.push(`save ${entries.length}`)
    return entries.map(({ documentId, key, hash, policy, validity }) => {
      if (this.refused.has(key)) return { ok: false, reason: '标题不能为空。' }
      const id = documentId ?? `document-${this.documents.size + 1}`
      const { title, versionDate, effectiveOn, repeals, body } = policy
      const facts = { key, hash, title, versionDate, effectiveOn, repeals, body, validity }
      const replaces = this.documents.get(id)?.replaces ?? []
      const isPublished = !this.leavesDrafts
      const wasPublic = isPublished || (this.documents.get(id)?.wasPublic ?? false)
      this.documents.set(id, { documentId: id, ...facts, replaces, isPublished, wasPublic, isEdited: false })
      return { ok: true, documentId: id }
    })
  }

  async link(links: readonly PolicyLink[]): Promise<void> {
    this.writes.push(`link ${links.length}`)
    for (const { documentId, validity, replaces } of links) Object.assign(this.of(documentId), { validity, replaces })
  }

  byKey(key: string) {
    const found = [...this.documents.values()].find((document) => document.key === key)
    if (!found) throw new Error(`no ${key}`)
    return found
  }

  of(documentId: string) {
    const found = this.documents.get(documentId)
    if (!found) throw new Error(`no ${documentId}`)
    return found
  }
}
