/** Reads a paper back with another program's eyes. */
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type ReadPage = {
  /** as people copy it: one text a drawn piece, in order of reading */
  texts: string[]
  width: number
  height: number
}
export type ReadPdf = { title: string; language: string; pages: ReadPage[]; tags: string[] }

type Node = { role?: string; children?: Node[] }

const rolesOf = (node: Node | null): string[] =>
  node ? [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap(rolesOf)] : []

async function readPage(document: PDFDocumentProxy, number: number): Promise<ReadPage> {
  const page = await document.getPage(number)
  const { items } = await page.getTextContent()
  const { width, height } = page.getViewport({ scale: 1 })
  return { texts: items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str] : [])), width, height }
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 })
  const document = await task.promise
  const { info } = (await document.getMetadata()) as { info: { Title?: string; Language?: string } }
  const pages = []
  for (let number = 1; number <= document.numPages; number += 1) pages.push(await readPage(document, number))
  const tree = (await (await document.getPage(1)).getStructTree()) as Node | null
  await task.destroy()
  return { title: info.Title ?? '', language: info.Language ?? '', pages, tags: rolesOf(tree) }
}

export async function lastPage(bytes: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 })
  const document = await task.promise
  const { texts } = await readPage(document, document.numPages)
  await task.destroy()
  return texts
}

export const allTexts = ({ pages }: ReadPdf): string[] => pages.flatMap(({ texts }) => texts)
