/** The whole desk in simplified Chinese: complete tables, because what the packages ship covers half of their keys. */
import { admin } from './admin'
import { adminSettings } from './admin-settings'
import { adminTours } from './admin-tours'
import { auditTitles } from './audit'
import { codeOnly } from './code-only'
import { committeeTitles } from './committee'
import { contentManager } from './content-manager'
import { contentTypeBuilder } from './content-type-builder'
import { editorTitles } from './editor'
import { email } from './email'
import { enumerations } from './enumerations'
import { homeTitles } from './home'
import { i18n } from './i18n'
import { mediaOrderTitles } from './media-order'
import { publicationTitles } from './publication'
import { reportTitles } from './reports'
import { reviewTitles } from './review'
import { scheduleTitles } from './schedule'
import { statisticsTitles } from './statistics'
import { unsavedTitles } from './unsaved'
import { upload } from './upload'
import { usersPermissions } from './users-permissions'

type Texts = Record<string, string>

export const frameTexts: Texts = { ...admin, ...adminSettings, ...adminTours }

export const pluginTexts: Record<string, Texts> = {
  'content-manager': contentManager,
  'content-type-builder': contentTypeBuilder,
  upload,
  email,
  i18n,
  'users-permissions': usersPermissions,
}

function withPrefix(prefix: string, texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).map(([id, text]) => [`${prefix}.${id}`, text]))
}

/**
 * Plugins' texts are given under their prefix and bare, because some of the plugins' own code forgets the prefix.
 * The frame's texts come after the bare ones: where an id exists in both, the frame means its own.
 */
export const zhHans: Texts = Object.assign(
  {},
  ...Object.values(pluginTexts),
  ...Object.entries(pluginTexts).map(([prefix, texts]) => withPrefix(prefix, texts)),
  enumerations,
  codeOnly,
  publicationTitles,
  homeTitles,
  scheduleTitles,
  editorTitles,
  reportTitles,
  reviewTitles,
  statisticsTitles,
  unsavedTitles,
  auditTitles,
  committeeTitles,
  mediaOrderTitles,
  frameTexts,
)
