/** In sample texts `media:` names a sample file and `article:` another sample article; here they become addresses. */
import type { SampleMedia } from './sample-media.ts'

const REFERENCE = /\]\((media|article):([^)\s]+)(\s+"[^"]*")?\)/g

/** @throws when a text names a file or an article that the sample does not have */
export function resolveReferences(text: string, media: SampleMedia, articles: ReadonlyMap<string, string>): string {
  return text.replace(REFERENCE, (_whole, scheme: string, name: string, title = '') => {
    const address = scheme === 'media' ? media.get(decodeURI(name))?.url : goTo(articles.get(name))
    if (!address) throw new Error(`the sample has no ${scheme} named ${name}`)
    return `](${address}${title})`
  })
}

const goTo = (documentId: string | undefined) => documentId && `/go/article/${documentId}`
