/** One entry of the calendar, opened: what it is, where it leads, and its time to be changed without a mouse. */
import { Button, Flex, Modal, Typography } from '@strapi/design-system'
import { useState } from 'react'
import { parseBeijing } from '../../domain/schedule/beijing-moment'
import { EditLink } from '../publication/edit-link'
import { instantWords } from '../publication/words'
import type { CalendarEntry } from '../schedule/answers'
import { MomentField, typedOf } from '../schedule/moment-field'
import { schedule as texts } from '../texts/schedule'
import { stateWords } from './events'

type Props = {
  entry: CalendarEntry
  onMove: (entry: CalendarEntry, dueAt: Date) => Promise<boolean>
  onClose: () => void
}

function MoveForm({ entry, onMove, onClose }: Props) {
  const initial = typedOf(new Date(entry.at))
  const [typed, setTyped] = useState(initial)
  const [error, setError] = useState<string>()
  const [isMoving, setMoving] = useState(false)
  async function move() {
    const dueAt = parseBeijing(typed)
    if (!dueAt) return setError(texts.notMoment)
    setMoving(true)
    const isMoved = await onMove(entry, dueAt)
    setMoving(false)
    if (isMoved) onClose()
  }
  const change = (value: string) => {
    setTyped(value)
    setError(undefined)
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <MomentField label={texts.newTime} value={typed} error={error} onChange={change} />
      <Flex>
        <Button onClick={move} loading={isMoving} disabled={typed === initial}>
          {texts.changeTime}
        </Button>
      </Flex>
    </Flex>
  )
}

export function EntryDialog({ entry, onMove, onClose }: Props) {
  const { column, at, error, isConflict, mayMove } = entry
  const facts = [stateWords(entry), instantWords(new Date(at), new Date()), column?.name].filter(Boolean).join(' · ')
  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{entry.title ?? texts.untitled}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>{facts}</Typography>
            {error && <Typography textColor="danger600">{error}</Typography>}
            {isConflict && <Typography textColor="warning600">{texts.conflict}</Typography>}
            {mayMove ? (
              <MoveForm entry={entry} onMove={onMove} onClose={onClose} />
            ) : (
              <Typography variant="pi" textColor="neutral600">
                {texts.onlyPlanned}
              </Typography>
            )}
            <EditLink document={{ ...entry, title: texts.openForm }} />
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {texts.close}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  )
}
