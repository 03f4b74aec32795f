/** Over the wording list: take a file in, give the list out. */
import { Button, Flex, Modal, Typography } from '@strapi/design-system'
import { Download, Upload } from '@strapi/icons'
import { useAPIErrorHandler, useAuth, useFetchClient, useNotification } from '@strapi/strapi/admin'
import { useRef, useState } from 'react'
import { useParams } from 'react-router-dom'
import { wordingList as texts } from '../texts/checks'
import { base64Of, download, MAX_BYTES, type Preview } from './wording-file'
import { WordingPreview } from './wording-preview'

const WORDING = 'api::wording.wording'
const PATH = '/admin/checks/wording'

type State = { content: string; preview: Preview; isDone: boolean } | null

function useSayError() {
  const { toggleNotification } = useNotification()
  const { formatAPIError } = useAPIErrorHandler()
  return (error: unknown, otherwise: string) => {
    const message = formatAPIError(error as Parameters<typeof formatAPIError>[0]) || otherwise
    toggleNotification({ type: 'danger', message })
  }
}

function ImportDialog({ onClose }: { onClose: (hasChanged: boolean) => void }) {
  const { post } = useFetchClient()
  const { toggleNotification } = useNotification()
  const sayError = useSayError()
  const chooser = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<State>(null)
  const [isBusy, setBusy] = useState(false)

  async function work(step: () => Promise<void>) {
    setBusy(true)
    await step().catch((error: unknown) => sayError(error, texts.failed))
    setBusy(false)
  }
  const read = (file: File | undefined) =>
    work(async () => {
      setState(null)
      if (!file) return
      if (file.size > MAX_BYTES) return toggleNotification({ type: 'danger', message: texts.tooLarge })
      const content = await base64Of(file)
      const { data } = await post<{ data: Preview }>(`${PATH}/preview`, { content })
      setState({ content, preview: data.data, isDone: false })
    })
  const apply = ({ content, preview }: NonNullable<State>) =>
    work(async () => {
      await post(`${PATH}/import`, { content })
      setState({ content, preview, isDone: true })
    })

  const preview = state?.preview
  const hasWork = preview !== undefined && preview.added.length + preview.changed.length > 0
  const mayApply = hasWork && preview.problems.length === 0 && !state?.isDone
  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => !isOpen && onClose(state?.isDone ?? false)}>
      <Modal.Content>
        <Modal.Header closeLabel={texts.close}>
          <Modal.Title>{texts.title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography variant="omega">{texts.format}</Typography>
            <input
              ref={chooser}
              type="file"
              accept=".csv,.txt,.xlsx"
              aria-label={texts.choose}
              hidden
              onChange={({ target }) => {
                void read(target.files?.[0])
                // the same file, mended, can be chosen again
                target.value = ''
              }}
            />
            {!state?.isDone && (
              <Button variant="secondary" loading={isBusy} onClick={() => chooser.current?.click()}>
                {texts.choose}
              </Button>
            )}
            {state?.isDone ? <Typography fontWeight="bold">{texts.done}</Typography> : null}
            {preview && !state.isDone ? <WordingPreview preview={preview} /> : null}
            {preview && !hasWork && preview.problems.length === 0 ? <Typography>{texts.nothing}</Typography> : null}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={() => onClose(state?.isDone ?? false)}>
            {texts.close}
          </Button>
          {state && (
            <Button disabled={!mayApply} loading={isBusy} onClick={() => apply(state)}>
              {texts.apply}
            </Button>
          )}
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  )
}

export function WordingActions() {
  const { slug: uid } = useParams()
  const { get } = useFetchClient()
  const sayError = useSayError()
  const [isOpen, setOpen] = useState(false)
  const mayImport = useAuth('WordingActions', ({ permissions }) =>
    ['create', 'update'].every((deed) =>
      permissions.some(
        ({ action, subject }) => action === `plugin::content-manager.explorer.${deed}` && subject === WORDING,
      ),
    ),
  )
  if (uid !== WORDING) return null

  async function giveOut() {
    try {
      const { data } = await get<{ data: { name: string; content: string } }>(`${PATH}/export`)
      download(data.data.name, data.data.content)
    } catch (error) {
      sayError(error, texts.exportFailed)
    }
  }
  return (
    <Flex gap={2}>
      {mayImport && (
        <Button variant="tertiary" size="S" startIcon={<Upload />} onClick={() => setOpen(true)}>
          {texts.import}
        </Button>
      )}
      <Button variant="tertiary" size="S" startIcon={<Download />} onClick={giveOut}>
        {texts.export}
      </Button>
      {isOpen && (
        <ImportDialog
          onClose={(hasChanged) => {
            setOpen(false)
            if (hasChanged) window.location.reload()
          }}
        />
      )}
    </Flex>
  )
}
