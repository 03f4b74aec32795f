import { Button, Field, Flex, TextInput } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { type FormEvent, useState } from 'react'
import { DayPicker } from '../day-picker'
import { committee as texts } from '../texts/committee'
import { useCommitteeAct } from './use-committee-act'

const LONGEST_NAME = 60

export function FoundForm({ onFounded }: { onFounded: () => void }) {
  const { post } = useFetchClient()
  const { act, isBusy } = useCommitteeAct()
  const [name, setName] = useState('')
  const [foundedOn, setFoundedOn] = useState('')

  const found = (event: FormEvent) => {
    event.preventDefault()
    void act(async () => {
      await post('/admin/committee/found', { name, foundedOn })
      onFounded()
      return texts.founded
    })
  }
  return (
    <Flex tag="form" onSubmit={found} direction="column" alignItems="flex-start" gap={4}>
      <Field.Root width="100%" maxWidth="40rem" hint={texts.nameHint}>
        <Field.Label>{texts.name}</Field.Label>
        <TextInput
          value={name}
          maxLength={LONGEST_NAME}
          onChange={({ target }: { target: { value: string } }) => setName(target.value)}
        />
        <Field.Hint />
      </Field.Root>
      <Field.Root>
        <Field.Label>{texts.foundedOn}</Field.Label>
        <DayPicker label={texts.foundedOn} value={foundedOn} onChange={setFoundedOn} />
      </Field.Root>
      <Button type="submit" loading={isBusy} disabled={name.trim().length < 2 || foundedOn === ''}>
        {texts.found}
      </Button>
    </Flex>
  )
}
