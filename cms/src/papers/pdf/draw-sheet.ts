/** A sheet as PDF. The same sheet gives the same bytes: nothing in it comes from a clock. */
import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import type { Sheet } from '../sheet'
import { drawPage } from './draw-page'
import { frameOf } from './frame'
import { layOut } from './lay-out'
import type { Letters } from './letters'
import { openStructure } from './structure'

/** The day in Beijing, at noon. @throws RangeError */
function instantOf(day: string): Date {
  const instant = new Date(`${day}T04:00:00Z`)
  if (Number.isNaN(instant.getTime())) throw new RangeError(`'${day}' is no day`)
  return instant
}

function openDocument(sheet: Sheet, { faces }: Letters): PDFKit.PDFDocument {
  const when = instantOf(sheet.drawnOn)
  const document = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    tagged: true,
    displayTitle: true,
    info: { Title: sheet.name, CreationDate: when, ModDate: when, Creator: '党建门户', Producer: 'PDFKit' },
  })
  document.registerFont('regular', faces.regular)
  document.registerFont('bold', faces.bold)
  return document
}

export async function drawSheet(sheet: Sheet, letters: Letters): Promise<Uint8Array> {
  const frame = frameOf(sheet.landscape)
  const pages = layOut(letters, sheet, frame)
  const document = openDocument(sheet, letters)
  const bytes = buffer(document)
  const structure = openStructure(document, frame)
  const pen = { document, letters, frame }
  for (const [index, page] of pages.entries()) {
    document.addPage({ size: [frame.pageWidth, frame.pageHeight], margin: 0 })
    drawPage(pen, structure, sheet, page, index + 1, pages.length)
  }
  structure.end()
  document.end()
  return bytes
}
