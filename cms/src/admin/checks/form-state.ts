/** What the form holds of what is checked; the rest is the saved draft's. */
import { addressFields, type CheckedKind, checkedFields } from '../../domain/checks/fields'

export type AskedForm = {
  documentId: string | null
  values: Record<string, string | null>
  files: Record<string, number[]>
  column: string | null
}
type Values = Readonly<Record<string, unknown>>
type Chosen = { documentId?: string; apiData?: { documentId?: string } }

const idOf = (file: unknown) => (file as { id?: unknown } | null)?.id

function idsOf(value: unknown): number[] {
  return [value].flat().flatMap((file) => {
    const id = idOf(file)
    return typeof id === 'number' ? [id] : []
  })
}

/** A relation that was just chosen; one that is saved stands in no form. */
function chosenColumn(value: unknown): string | null {
  const { connect = [] } = (value ?? {}) as { connect?: Chosen[] }
  const last = connect.at(-1)
  return last?.apiData?.documentId ?? last?.documentId ?? null
}

export function askedForm(kind: CheckedKind, documentId: string | null, values: Values): AskedForm {
  const { texts, pictures } = checkedFields[kind]
  const fields = [...Object.keys(texts), ...Object.keys(addressFields[kind] ?? {})].filter((field) => field in values)
  return {
    documentId,
    values: Object.fromEntries(
      fields.map((field) => [field, typeof values[field] === 'string' ? (values[field] as string) : null]),
    ),
    files: Object.fromEntries(
      Object.keys(pictures)
        .filter((field) => field in values)
        .map((field) => [field, idsOf(values[field])]),
    ),
    column: chosenColumn(values.column),
  }
}

type Place = { quote: string; start: number; end: number }

/** @returns the text with the quote replaced; null when the quote is no longer there */
export function replaceQuote(text: string, { quote, start, end }: Place, replacement: string): string | null {
  if (text.slice(start, end) === quote) return text.slice(0, start) + replacement + text.slice(end)
  // what was typed before it has moved it
  const [before, after] = [text.lastIndexOf(quote, start), text.indexOf(quote, start)]
  const isBeforeNearer = after < 0 || (before >= 0 && start - before < after - start)
  const found = isBeforeNearer ? before : after
  return found < 0 ? null : text.slice(0, found) + replacement + text.slice(found + quote.length)
}
