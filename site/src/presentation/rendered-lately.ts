/** Texts that were rendered lately. A feed shows the same twenty at every publish, and their pages show them as well. */
import { hash } from 'node:crypto'
import type { MarkdownContext, RenderedMarkdown } from '../markdown/render.ts'

/** of HTML, all texts together: some hundreds of articles, or the twenty longest laws */
const MOST_CHARACTERS = 4_000_000

type Resolve = NonNullable<MarkdownContext['resolve']>
type Question = { kind: string; documentId: string; answer: string | null }
type Known = { rendered: RenderedMarkdown; questions: Question[] }

export const rememberRendered = (
  render: (source: string, context: MarkdownContext) => RenderedMarkdown,
  mostCharacters = MOST_CHARACTERS,
) => {
  // The order of a Map is that of insertion: what is first was used longest ago.
  const known = new Map<string, Known>()
  let characters = 0

  const forgetOldest = () => {
    for (const [key, { rendered }] of known) {
      if (characters <= mostCharacters) return
      known.delete(key)
      characters -= rendered.html.length
    }
  }

  const renderAnew = (key: string, source: string, context: MarkdownContext): RenderedMarkdown => {
    const questions: Question[] = []
    const resolve: Resolve = (kind, documentId) => {
      const answer = context.resolve?.(kind, documentId) ?? null
      questions.push({ kind, documentId, answer })
      return answer
    }
    const rendered = render(source, { ...context, resolve })
    characters += rendered.html.length - (known.get(key)?.rendered.html.length ?? 0)
    known.delete(key)
    known.set(key, { rendered, questions })
    forgetOldest()
    return rendered
  }

  /** As `render`. Links are asked for again each time: the page depends on them, and they may lead elsewhere now. */
  return (source: string, context: MarkdownContext): RenderedMarkdown => {
    const key = hash('sha256', JSON.stringify([source, context.media, context.idPrefix]))
    const found = known.get(key)
    const holds = found?.questions.every(
      ({ kind, documentId, answer }) => (context.resolve?.(kind, documentId) ?? null) === answer,
    )
    if (!found || !holds) return renderAnew(key, source, context)
    known.delete(key)
    known.set(key, found)
    return found.rendered
  }
}
