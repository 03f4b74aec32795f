/** What `src/desk/media` answers, as it arrives. */
export type Show = 'no-alt' | 'twice' | 'named'

export type MediaFile = {
  id: number
  name: string
  url: string
  mime: string
  alternativeText: string | null
  content: string | null
  createdAt: string
  folder: string | null
  bytes: number
}

export type Place = {
  uid: string
  documentId: string
  title: string | null
  type: string
  by: 'field' | 'text'
  isPublic: boolean
  isSingle: boolean
}

export type FileList = { data: MediaFile[]; meta: { total: number; pageSize: number } }
