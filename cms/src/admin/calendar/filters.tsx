import { Box, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system'
import { draftlessKinds, kinds, uidOf } from '../../domain/content/kinds'
import { ORDER } from '../menu-order'
import type { CalendarEntry } from '../schedule/answers'
import { schedule as texts } from '../texts/schedule'
import { ALL, type Filter } from './events'

const NAMES: Record<string, string> = { ...ORDER, 'api::contact.contact': '联系我们' }
const planned = kinds.filter((kind) => !(draftlessKinds as readonly string[]).includes(kind)).map(uidOf)
/** a select knows no empty value */
const EVERYTHING = 'all'

type Choice = {
  label: string
  all: string
  value: string
  options: [string, string][]
  onChange: (value: string) => void
}

function Choose({ label, all, value, options, onChange }: Choice) {
  return (
    <Box width="20rem" maxWidth="100%">
      <SingleSelect
        aria-label={label}
        size="S"
        value={value || EVERYTHING}
        onChange={(chosen: string | number) => onChange(chosen === EVERYTHING ? ALL : String(chosen))}
      >
        <SingleSelectOption value={EVERYTHING}>{all}</SingleSelectOption>
        {options.map(([id, name]) => (
          <SingleSelectOption key={id} value={id}>
            {name}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Box>
  )
}

type Props = { entries: CalendarEntry[]; filter: Filter; onChange: (filter: Filter) => void }

export function Filters({ entries, filter, onChange }: Props) {
  const columns = new Map(entries.flatMap(({ column }) => (column ? [[column.documentId, column.name] as const] : [])))
  return (
    <Flex gap={3} wrap="wrap">
      <Choose
        label={texts.kind}
        all={texts.allKinds}
        value={filter.uid}
        options={planned.map((uid) => [uid, NAMES[uid] ?? uid])}
        onChange={(uid) => onChange({ ...filter, uid })}
      />
      <Choose
        label={texts.column}
        all={texts.allColumns}
        value={columns.has(filter.column) ? filter.column : ALL}
        options={[...columns]}
        onChange={(column) => onChange({ ...filter, column })}
      />
    </Flex>
  )
}
