/** Word files of a few lines, with what real ones have: numbering, styles, a picture. */
import JSZip from 'jszip'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

type Paragraph = { style?: string; number?: [numId: number, level: number]; bold?: boolean }

export function p(text: string, { style, number, bold }: Paragraph = {}): string {
  const properties = [
    style ? `<w:pStyle w:val="${style}"/>` : '',
    number ? `<w:numPr><w:ilvl w:val="${number[1]}"/><w:numId w:val="${number[0]}"/></w:numPr>` : '',
  ].join('')
  return `<w:p><w:pPr>${properties}</w:pPr><w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

export const table = (rows: string[][]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`

export const picture = (alt: string): string =>
  `<w:p><w:r><w:drawing><wp:inline xmlns:wp="${DRAWING}/wordprocessingDrawing"><wp:docPr id="1" name="x" descr="${alt}"/><a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/picture"><pic:pic xmlns:pic="${DRAWING}/picture"><pic:blipFill><a:blip xmlns:r="${OFFICE}/relationships" r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`

/** Formats of the levels of one list: [format, text]. */
type Levels = [format: string, text: string, start?: number, style?: string][]

const numberingXml = (lists: Levels[]) => {
  const abstracts = lists.map(
    (levels, id) =>
      `<w:abstractNum w:abstractNumId="${id}">${levels
        .map(
          ([format, text, start = 1, style], level) =>
            `<w:lvl w:ilvl="${level}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${style ? `<w:pStyle w:val="${style}"/>` : ''}</w:lvl>`,
        )
        .join('')}</w:abstractNum>`,
  )
  const nums = lists.map((_, id) => `<w:num w:numId="${id + 1}"><w:abstractNumId w:val="${id}"/></w:num>`)
  return `<w:numbering ${W}>${abstracts.join('')}${nums.join('')}</w:numbering>`
}

/** A style may count by itself: [id, name, numId]. */
type Style = [id: string, name: string, numId?: number]

const stylesXml = (own: Style[]) =>
  `<w:styles ${W}>${[['Title', 'Title'], ['1', 'heading 1'], ['2', 'heading 2'], ...own]
    .map(([id, name, numId]) => {
      const counts = numId ? `<w:pPr><w:numPr><w:numId w:val="${numId}"/></w:numPr></w:pPr>` : ''
      return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${counts}</w:style>`
    })
    .join('')}</w:styles>`

const relationship = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`
const relationships = (...all: string[]) =>
  `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`

export async function buildDocx(
  body: string[],
  lists: Levels[] = [],
  image: Buffer = PNG,
  styles: Style[] = [],
): Promise<Buffer> {
  const zip = new JSZip()
  zip.file(
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="png" ContentType="image/png"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  )
  zip.file('_rels/.rels', relationships(relationship('rId1', 'officeDocument', 'word/document.xml')))
  zip.file('word/document.xml', `<w:document ${W}><w:body>${body.join('')}</w:body></w:document>`)
  zip.file('word/styles.xml', stylesXml(styles))
  zip.file('word/numbering.xml', numberingXml(lists))
  zip.file('word/media/image1.png', image)
  zip.file(
    'word/_rels/document.xml.rels',
    relationships(
      relationship('rId1', 'styles', 'styles.xml'),
      relationship('rId2', 'numbering', 'numbering.xml'),
      relationship('rId9', 'image', 'media/image1.png'),
    ),
  )
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}
