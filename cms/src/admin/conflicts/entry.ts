/** An entry as the Content Manager names it in its requests; kinds with a single entry have no number there. */
export type Entry = { model: string; documentId?: string | null }

export const nameOf = ({ model, documentId }: Entry) => `${model}:${documentId ?? ''}`
