/** Markdown as a tree and back: CommonMark, GFM, footnotes, and emphasis beside Chinese punctuation. */
import type { Root } from 'mdast'
import remarkCjk from 'remark-cjk-friendly'
import remarkCjkStrikethrough from 'remark-cjk-friendly-gfm-strikethrough'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import { type Processor, unified } from 'unified'

type Extension = { transforms?: unknown } | Extension[]

/** remark-gfm looks for addresses a second time in the finished text, even where they were escaped. */
function addressesOnce(this: Processor) {
  const data = this.data() as { fromMarkdownExtensions?: Extension[] }
  for (const extension of (data.fromMarkdownExtensions ?? []).flat(2) as { transforms?: unknown }[])
    delete extension.transforms
}

const processor = unified()
  .use(remarkParse)
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '*',
    strong: '*',
    fence: '`',
    fences: true,
    rule: '-',
    listItemIndent: 'one',
    incrementListMarker: true,
  })
  .use(remarkCjk)
  .use(remarkCjkStrikethrough)
  // last: written before the two above, task boxes vanish
  .use(remarkGfm, { singleTilde: false, tablePipeAlign: false })
  .use(addressesOnce)
  .freeze()

export const parseTree = (markdown: string): Root => processor.parse(markdown)
export const writeTree = (tree: Root): string => processor.stringify(tree)
