/** Chooses the file; what comes of it is saved as a draft by the Content Manager's own route, and opened. */
import { Box, Button, Checkbox, Field, Flex, Modal, Typography } from '@strapi/design-system'
import { useNotification } from '@strapi/strapi/admin'
import { useState } from 'react'
import { editor as texts } from '../texts/editor'
import { useImport } from './use-import'

type Props = { uid: string; onClose: () => void }

export function ImportDialog({ uid, onClose }: Props) {
  const [file, setFile] = useState<File | null>(null)
  const [hasHeadings, setHeadings] = useState(true)
  const { toggleNotification } = useNotification()
  const { start, isWorking, problem } = useImport(uid, (message, type) => {
    toggleNotification({ type, message, timeout: 10_000 })
    onClose()
  })

  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => isOpen || isWorking || onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{texts.docx.title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>{texts.docx.intro}</Typography>
            <Field.Root name="file" error={problem ?? undefined}>
              <Field.Label>{texts.docx.file}</Field.Label>
              <Box padding={3} background="neutral100" hasRadius>
                <input
                  type="file"
                  aria-label={texts.docx.file}
                  accept=".docx"
                  disabled={isWorking}
                  onChange={({ target }) => setFile(target.files?.[0] ?? null)}
                />
              </Box>
              <Field.Error />
            </Field.Root>
            <Checkbox checked={hasHeadings} onCheckedChange={(checked) => setHeadings(checked === true)}>
              {texts.docx.headings}
            </Checkbox>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" disabled={isWorking} onClick={onClose}>
            {texts.docx.cancel}
          </Button>
          <Button disabled={!file} loading={isWorking} onClick={() => file && start(file, hasHeadings)}>
            {isWorking ? texts.docx.working : texts.docx.start}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  )
}
