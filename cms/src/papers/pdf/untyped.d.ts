declare module 'linebreak' {
  /** Where a line may end, after Unicode's annex 14. */
  export default class LineBreaker {
    constructor(text: string)
    nextBreak(): { position: number; required: boolean } | null
  }
}

declare namespace PDFKit.Mixins {
  /** What pdfkit takes and its types have not learnt yet. */
  interface StructureElementOptions {
    scope?: 'Row' | 'Column' | 'Both'
    /** left, top, right, bottom */
    bbox?: [number, number, number, number]
  }
}
