import { Button } from '@strapi/design-system'
import { File } from '@strapi/icons'
import { useAuth } from '@strapi/strapi/admin'
import { useState } from 'react'
import { useParams } from 'react-router-dom'
import { editor as texts } from '../texts/editor'
import { ImportDialog } from './import-dialog'

/** Kinds that are written at length; their text is their `body`. */
const WRITTEN = new Set([
  'api::article.article',
  'api::speech.speech',
  'api::policy.policy',
  'api::lesson.lesson',
  'api::page.page',
])

const CREATE = 'plugin::content-manager.explorer.create'

export function ImportButton() {
  const { slug = '' } = useParams()
  const [isOpen, setOpen] = useState(false)
  const mayCreate = useAuth('DocxImport', ({ permissions }) =>
    permissions.some(({ action, subject }) => action === CREATE && subject === slug),
  )
  if (!WRITTEN.has(slug) || !mayCreate) return null
  return (
    <>
      <Button variant="secondary" size="S" startIcon={<File />} onClick={() => setOpen(true)}>
        {texts.docx.open}
      </Button>
      {isOpen && <ImportDialog uid={slug} onClose={() => setOpen(false)} />}
    </>
  )
}
