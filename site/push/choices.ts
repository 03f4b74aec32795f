/** What a reader chose: columns by their documentId, or modules with all columns that they ever have. */

export const CHOICE = /^(?:module:(?:portal|dynamics|vanguard|organization|ideas)|column:[\w-]{1,64})$/

export const isChosen = (choices: readonly string[], column: { documentId: string; module: string }): boolean =>
  choices.includes(`module:${column.module}`) || choices.includes(`column:${column.documentId}`)
