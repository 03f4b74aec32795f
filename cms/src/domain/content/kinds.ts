/** The kinds of content, what stands in a column, and which attributes never leave the CMS. */
export const postKinds = ['article', 'speech', 'policy', 'lesson', 'micropost', 'representative'] as const
export const listKinds = ['column', 'link', 'link-group', 'tag', 'topic', 'page'] as const
export const singleKinds = ['site-setting', 'contact'] as const

/** Saved is public: there is nothing to publish later. A test compares this with the schemas. */
export const draftlessKinds = ['column', 'link-group', 'tag', 'topic', 'site-setting'] as const

export type PostKind = (typeof postKinds)[number]
export type Kind = PostKind | (typeof listKinds)[number] | (typeof singleKinds)[number]
export type ContentUid = `api::${Kind}.${Kind}`

export const kinds: readonly Kind[] = [...postKinds, ...listKinds, ...singleKinds]

/** Kinds whose address ends in a slug of their own. */
export const slugKinds = [...postKinds, 'page', 'column', 'tag', 'topic'] as const

export const uidOf = (kind: Kind) => `api::${kind}.${kind}` as ContentUid

export function kindOf(uid: string): Kind | null {
  const [, name, again] = /^api::([a-z-]+)\.([a-z-]+)$/.exec(uid) ?? []
  return name === again && (kinds as readonly string[]).includes(name) ? (name as Kind) : null
}

export const isPostKind = (kind: Kind): kind is PostKind => (postKinds as readonly string[]).includes(kind)
