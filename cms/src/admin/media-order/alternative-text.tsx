/** People write what a picture shows; nothing is suggested. */
import { Button, Field, Flex, TextInput } from '@strapi/design-system'
import { useFetchClient, useNotification } from '@strapi/strapi/admin'
import { type FormEvent, useState } from 'react'
import { mediaOrder as texts } from '../texts/media-order'
import type { MediaFile } from './answers'

export function AlternativeText({ file }: { file: MediaFile }) {
  const { put } = useFetchClient()
  const { toggleNotification } = useNotification()
  const [text, setText] = useState(file.alternativeText ?? '')
  const [saved, setSaved] = useState(file.alternativeText ?? '')

  async function save(event: FormEvent) {
    event.preventDefault()
    try {
      await put(`/upload/files/${file.id}`, { fileInfo: { alternativeText: text.trim() } })
      setSaved(text)
      toggleNotification({ type: 'success', message: texts.saved })
    } catch {
      toggleNotification({ type: 'danger', message: texts.notSaved })
    }
  }

  return (
    <form onSubmit={save}>
      <Flex gap={2} alignItems="flex-end">
        <Field.Root flex="1" hint={texts.alternativeHint}>
          <Field.Label>{texts.alternative}</Field.Label>
          <TextInput
            value={text}
            onChange={({ target }: { target: { value: string } }) => setText(target.value)}
            placeholder={texts.alternativeHint}
          />
        </Field.Root>
        <Button type="submit" size="L" variant="secondary" disabled={text.trim() === '' || text === saved}>
          {texts.save}
        </Button>
      </Flex>
    </form>
  )
}
