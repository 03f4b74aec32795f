/** The archive of a .docx with its automatic numbers written out. */
import { DOMParser, type Document, XMLSerializer } from '@xmldom/xmldom'
import { refuse } from '../../content-api/refuse'
import { readNumbering } from '../../domain/docx/numbering'
import { writeNumbers } from '../../domain/docx/write-numbers'
import type { Archive } from './open-archive'

function parse(archive: Archive, name: string): Document | null {
  const content = archive
    .get(name)
    ?.toString('utf8')
    .replace(/^\uFEFF/, '')
  if (content === undefined) return null
  // a Word file defines no entities of its own
  if (/<!DOCTYPE/i.test(content)) return refuse('DOCX_BROKEN')
  try {
    return new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') throw new Error(message)
      },
    }).parseFromString(content, 'text/xml')
  } catch {
    return refuse('DOCX_BROKEN')
  }
}

export function withNumbers(archive: Archive): Archive {
  const document = parse(archive, 'word/document.xml')
  const numbers = parse(archive, 'word/numbering.xml')
  if (!document || !numbers) return archive
  writeNumbers(document, numbers, readNumbering(numbers), parse(archive, 'word/styles.xml'))
  const write = (xml: Document) => Buffer.from(new XMLSerializer().serializeToString(xml))
  return new Map([...archive, ['word/document.xml', write(document)], ['word/numbering.xml', write(numbers)]])
}
