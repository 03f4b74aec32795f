/** A roster file: chosen, looked at, taken in. The file stays in the browser until it is imported. */
import { Button, Field, Flex, Typography } from '@strapi/design-system'
import { Download, Upload } from '@strapi/icons'
import { useFetchClient } from '@strapi/strapi/admin'
import { useRef, useState } from 'react'
import { DayPicker } from '../day-picker'
import { saveFile } from '../save-file'
import { committee as texts } from '../texts/committee'
import type { Imported, Preview as PreviewAnswer } from './answers'
import { Preview } from './preview'
import { useCommitteeAct } from './use-committee-act'

const PATH = '/admin/committee'
const MAX_BYTES = 5 * 1024 * 1024
const ACCEPTED = '.xlsx,.csv,.txt'

type Chosen = { file: File; preview: PreviewAnswer }

function formOf(file: File, fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', file)
  return form
}

export function RosterImport({ committeeDay, onImported }: { committeeDay: string; onImported: () => void }) {
  const { get, post } = useFetchClient()
  const { act, isBusy } = useCommitteeAct()
  const chooser = useRef<HTMLInputElement>(null)
  const [foundedOn, setFoundedOn] = useState(committeeDay)
  const [chosen, setChosen] = useState<Chosen | null>(null)

  const look = (file: File | undefined) =>
    act(async () => {
      setChosen(null)
      if (!file) return undefined
      if (file.size > MAX_BYTES) throw new Error(texts.fileTooLarge)
      const { data } = await post<{ data: PreviewAnswer }>(`${PATH}/preview`, formOf(file, { foundedOn }))
      setChosen({ file, preview: data.data })
      return undefined
    })
  const takeIn = ({ file, preview: { fingerprint } }: Chosen) =>
    act(async () => {
      const { data } = await post<{ data: Imported }>(`${PATH}/import`, formOf(file, { foundedOn, fingerprint }))
      setChosen(null)
      onImported()
      return texts.imported(data.data.added, data.data.changed, data.data.organisations)
    })
  const template = () =>
    act(async () => {
      const { data } = await get<Blob>(`${PATH}/template`, { responseType: 'blob' })
      saveFile(data, '党员名册模板.xlsx')
      return undefined
    })

  const preview = chosen?.preview
  const deeds = preview ? preview.added.length + preview.changed.length + preview.moved.length : 0
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography variant="omega">{texts.rosterHint}</Typography>
      <Flex gap={4} alignItems="flex-end" wrap="wrap">
        <Field.Root>
          <Field.Label>{texts.organisationsFoundedOn}</Field.Label>
          <DayPicker
            label={texts.organisationsFoundedOn}
            value={foundedOn}
            onChange={(day) => {
              setFoundedOn(day)
              // what was shown would not be what is done
              setChosen(null)
            }}
          />
        </Field.Root>
        <input
          ref={chooser}
          type="file"
          accept={ACCEPTED}
          aria-label={texts.choose}
          hidden
          onChange={({ target }) => {
            void look(target.files?.[0])
            // the same file, mended, can be chosen again
            target.value = ''
          }}
        />
        <Button
          startIcon={<Upload />}
          loading={isBusy}
          disabled={foundedOn === ''}
          onClick={() => chooser.current?.click()}
        >
          {texts.choose}
        </Button>
        <Button variant="tertiary" startIcon={<Download />} onClick={template}>
          {texts.template}
        </Button>
      </Flex>
      {preview && <Preview preview={preview} />}
      {preview && deeds === 0 && preview.problemCount === 0 && <Typography>{texts.nothing}</Typography>}
      {chosen && deeds > 0 && chosen.preview.problemCount === 0 && (
        <Flex>
          <Button loading={isBusy} onClick={() => takeIn(chosen)}>
            {texts.import}
          </Button>
        </Flex>
      )}
    </Flex>
  )
}
