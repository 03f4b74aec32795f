import { Button, Field, Flex, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system'
import { Search } from '@strapi/icons'
import { type FormEvent, type ReactNode, useState } from 'react'
import { type Act, actWords } from '../../domain/audit/acts'
import { results } from '../../domain/audit/entry'
import { DayPicker } from '../day-picker'
import { audit as texts } from '../texts/audit'
import type { Filter } from './answers'

const acts = Object.entries(actWords) as [Act, string][]

const Labelled = ({ label, width, children }: { label: string; width: string; children: ReactNode }) => (
  <Field.Root width={width}>
    <Field.Label>{label}</Field.Label>
    {children}
  </Field.Root>
)

type Change = (name: keyof Filter) => (value: string) => void
type Fields = { typed: Filter; change: Change }

function Texts({ typed, change }: Fields) {
  return (['person', 'subject'] as const).map((name) => (
    <Labelled key={name} label={texts[name]} width="15rem">
      <TextInput
        placeholder={texts[`${name}Hint`]}
        value={typed[name] ?? ''}
        onChange={({ target }: { target: { value: string } }) => change(name)(target.value)}
      />
    </Labelled>
  ))
}

function Days({ typed, change }: Fields) {
  return (['from', 'to'] as const).map((name) => (
    <Labelled key={name} label={texts[name]} width="16rem">
      <DayPicker label={texts[name]} value={typed[name] ?? ''} onChange={change(name)} />
    </Labelled>
  ))
}

function Choices({ typed, change }: Fields) {
  const choices = { act: acts, result: results.map((result) => [result, texts.results[result]] as const) }
  return (['act', 'result'] as const).map((name) => (
    <Labelled key={name} label={texts[name]} width="13rem">
      <SingleSelect
        aria-label={texts[name]}
        placeholder={texts.any}
        value={typed[name] ?? ''}
        onClear={() => change(name)('')}
        onChange={(value) => change(name)(String(value))}
      >
        {choices[name].map(([value, words]) => (
          <SingleSelectOption key={value} value={value}>
            {words}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Labelled>
  ))
}

/** Nothing is asked for until it is said so: people type a while. */
export function Filters({ onSearch }: { onSearch: (filter: Filter) => void }) {
  const [typed, setTyped] = useState<Filter>({})
  const change: Change = (name) => (value) => setTyped((last) => ({ ...last, [name]: value || undefined }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSearch(typed)
  }
  const clear = () => {
    setTyped({})
    onSearch({})
  }
  return (
    <form onSubmit={submit}>
      <Flex gap={4} alignItems="flex-end" wrap="wrap">
        <Texts typed={typed} change={change} />
        <Choices typed={typed} change={change} />
        <Days typed={typed} change={change} />
        <Button type="submit" size="L" startIcon={<Search />}>
          {texts.search}
        </Button>
        <Button type="button" size="L" variant="tertiary" onClick={clear}>
          {texts.clear}
        </Button>
      </Flex>
    </form>
  )
}
