import { Button } from '@strapi/design-system'
import { File } from '@strapi/icons'
import { useAuth } from '@strapi/strapi/admin'
import { useState } from 'react'
import { useParams } from 'react-router-dom'
import { editor as texts } from '../texts/editor'
import { ImportDialog } from './import-dialog'

/** Where the text of a post stands. */
const TEXT_FIELDS: Record<string, string> = {
  'api::article.article': 'body',
  'api::speech.speech': 'body',
  'api::policy.policy': 'body',
  'api::lesson.lesson': 'text',
  'api::page.page': 'body',
}

const CREATE = 'plugin::content-manager.explorer.create'

export function ImportButton() {
  const { slug = '' } = useParams()
  const [isOpen, setOpen] = useState(false)
  const mayCreate = useAuth('DocxImport', ({ permissions }) =>
    permissions.some(({ action, subject }) => action === CREATE && subject === slug),
  )
  const field = TEXT_FIELDS[slug]
  if (!field || !mayCreate) return null
  return (
    <>
      <Button variant="secondary" size="S" startIcon={<File />} onClick={() => setOpen(true)}>
        {texts.docx.open}
      </Button>
      {isOpen && <ImportDialog uid={slug} field={field} onClose={() => setOpen(false)} />}
    </>
  )
}
