/** Asks once more before an act that stays on record, with room for a note. */
import { Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system'
import { useState } from 'react'
import { review as texts } from '../texts/review'
import type { ActPath } from './use-act'

export type Question = {
  path: ActPath
  title: string
  hint: string
  label: string
  confirm: string
  isDangerous?: boolean
  /** what is said when the note is too short; without it, none is needed */
  least?: { characters: number; sentence: string }
}

type Props = {
  question: Question
  isBusy: boolean
  onClose: () => void
  onConfirm: (note: string) => void
}

export function ActDialog({ question, isBusy, onClose, onConfirm }: Props) {
  const { title, hint, label, confirm, isDangerous, least } = question
  const [note, setNote] = useState('')
  const [isAsked, setAsked] = useState(false)
  const isShort = least !== undefined && Array.from(note.trim()).length < least.characters
  const finish = () => (isShort ? setAsked(true) : onConfirm(note))
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography textColor="neutral800">{hint}</Typography>
            <Field.Root
              name="review-note"
              required={least !== undefined}
              error={isAsked && isShort ? least.sentence : undefined}
            >
              <Field.Label>{label}</Field.Label>
              <Textarea
                value={note}
                maxLength={2000}
                onChange={({ target }: { target: { value: string } }) => setNote(target.value)}
              />
              <Field.Error />
            </Field.Root>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button variant={isDangerous ? 'danger' : 'default'} loading={isBusy} onClick={finish}>
            {confirm}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  )
}
