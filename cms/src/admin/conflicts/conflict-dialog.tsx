/** Two people have changed one entry: both versions side by side, and what to do about it. */
import { Button, Flex, Modal, Typography } from '@strapi/design-system'
import { useState } from 'react'
import type { Difference } from '../../domain/versions/merge'
import { instantWords } from '../publication/words'
import { conflicts as texts } from '../texts/conflicts'
import { enumerations } from '../texts/enumerations'
import { type Choice, DifferenceRow, isOnlyTheirs } from './difference'
import { type Conflict, useMeanwhile } from './use-meanwhile'
import { useMerge } from './use-merge'

type Entry = { model: string; documentId: string; isSingle: boolean }
type Values = Record<string, unknown>

/** Where only one side has changed something, that change is kept. */
const usualChoice = ({ side }: Difference): Choice => (side === 'theirs' ? 'theirs' : 'mine')

function Body({ conflict, merge, close }: { conflict: Conflict; merge: (mine: Values) => void; close: () => void }) {
  const { meanwhile, mine, titles, differences, values } = conflict
  const [choices, setChoices] = useState<Record<string, Choice>>(() =>
    Object.fromEntries(differences.map((difference) => [difference.name, usualChoice(difference)])),
  )
  const fields = new Map(meanwhile.fields.map((field) => [field.name, field]))
  const settle = (keepsMine: (difference: Difference) => boolean) => {
    const kept = differences.filter((difference) => {
      const field = fields.get(difference.name)
      return field && !isOnlyTheirs(field, difference) && keepsMine(difference)
    })
    // an emptied field has no value in the form, and is to stay empty
    merge(Object.fromEntries(kept.map(({ name }) => [name, values[name] ?? null])))
    close()
  }
  const { last, base, theirs } = meanwhile
  const instant = instantWords(new Date(last?.at ?? meanwhile.updatedAt), new Date())

  return (
    <Modal.Content>
      <Modal.Header closeLabel={texts.later}>
        <Modal.Title>{texts.title}</Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <Typography>{texts.who(last?.actor ?? texts.somebody, instant)}</Typography>
          {differences.length === 0 && <Typography>{texts.same}</Typography>}
          {differences.map((difference) => {
            const field = fields.get(difference.name)
            return (
              field && (
                <DifferenceRow
                  key={difference.name}
                  {...{ difference, field, base, mine, theirs }}
                  dictionary={{ titles, choices: enumerations }}
                  choice={choices[difference.name] ?? 'mine'}
                  choose={(choice) => setChoices((all) => ({ ...all, [difference.name]: choice }))}
                />
              )
            )
          })}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={close}>
          {texts.later}
        </Button>
        <Flex gap={2} wrap="wrap">
          <Button variant="secondary" onClick={() => settle(() => false)}>
            {texts.takeTheirs}
          </Button>
          <Button variant="secondary" onClick={() => settle(() => true)}>
            {texts.keepMine}
          </Button>
          <Button onClick={() => settle(({ name }) => choices[name] === 'mine')}>{texts.merge}</Button>
        </Flex>
      </Modal.Footer>
    </Modal.Content>
  )
}

export function ConflictDialog(entry: Entry) {
  const { conflict, close } = useMeanwhile(entry)
  const merge = useMerge(entry)
  if (!conflict) return null
  return (
    <Modal.Root open onOpenChange={close}>
      <Body conflict={conflict} merge={merge} close={close} />
    </Modal.Root>
  )
}
