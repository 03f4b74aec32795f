/** A file that changed changes every public document that shows it: the site renders their pages again. */
import type { Core } from '@strapi/types'
import { currentActor } from '../documents/actor'
import { uidOf } from '../domain/content/kinds'
import { titleOf } from '../domain/content/titles'
import { appendChange } from '../stores/publication-changes'
import { unloggedFiles, unmarkUnlogged } from '../stores/unlogged-file-changes'
import { type Use, usesOfFiles } from '../stores/uses-of-files'

async function titleOfUse(strapi: Core.Strapi, { kind, documentId }: Use) {
  const row = await strapi.db.query(uidOf(kind)).findOne({ where: { documentId } })
  return titleOf(kind, row)
}

/** Must run inside the transaction that makes the change. */
export async function logUses(strapi: Core.Strapi, uses: readonly Use[]) {
  if (uses.length === 0) return
  await strapi.db.transaction(async ({ onCommit }) => {
    const at = new Date()
    for (const use of uses) {
      const title = await titleOfUse(strapi, use)
      await appendChange(strapi, { ...use, event: 'updated', at, title, actor: currentActor(strapi) })
    }
    onCommit(() => strapi.service('api::publication.publication').announce())
  })
}

/** The bytes of a file were replaced: says so, and forgets the mark that it had to be said. */
export async function logReplacement(strapi: Core.Strapi, fileId: number) {
  await strapi.db.transaction(async () => {
    const file = await strapi.db.query('plugin::upload.file').findOne({ where: { id: fileId } })
    if (file) await logUses(strapi, await usesOfFiles(strapi, [file]))
    await unmarkUnlogged(strapi, fileId)
  })
}

/** For replacements that a killed process did not come to log. */
export async function logForgottenReplacements(strapi: Core.Strapi) {
  for (const fileId of await unloggedFiles(strapi)) await logReplacement(strapi, fileId)
}
