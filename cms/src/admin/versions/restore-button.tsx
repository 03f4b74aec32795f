import { Button, Dialog, Flex, Typography } from '@strapi/design-system'
import { ArrowClockwise } from '@strapi/icons'
import { useForm } from '@strapi/strapi/admin'
import { useState } from 'react'
import { versions as texts } from '../texts/versions'
import { useRestore } from './use-restore'

type Props = { uid: string; documentId: string; number: number; isDrafted: boolean; then: () => void }

export function RestoreButton({ uid, documentId, number, isDrafted, then }: Props) {
  const isModified = useForm('RestoreButton', ({ modified }) => modified)
  const { restore, isRestoring } = useRestore(uid, documentId)
  const [isAsking, setAsking] = useState(false)
  const confirm = async () => {
    const isDone = await restore(number)
    setAsking(false)
    if (isDone) then()
  }

  return (
    <Dialog.Root open={isAsking} onOpenChange={setAsking}>
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Dialog.Trigger>
          <Button variant="secondary" startIcon={<ArrowClockwise />} disabled={isModified}>
            {texts.restore(number)}
          </Button>
        </Dialog.Trigger>
        {isModified && (
          <Typography variant="pi" textColor="warning600">
            {texts.unsavedFirst}
          </Typography>
        )}
      </Flex>
      <Dialog.Content>
        <Dialog.Header>{texts.restoreTitle(number)}</Dialog.Header>
        <Dialog.Body>
          <Typography>
            {texts.restoreBody}
            {isDrafted ? texts.restoreDraft : texts.restoreAtOnce}
          </Typography>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {texts.cancel}
            </Button>
          </Dialog.Cancel>
          <Button fullWidth loading={isRestoring} onClick={confirm}>
            {texts.restoreConfirm}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  )
}
