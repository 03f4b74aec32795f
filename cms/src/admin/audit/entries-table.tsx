import { Badge, IconButton, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system'
import { Eye } from '@strapi/icons'
import type { Result } from '../../domain/audit/entry'
import { instantWords } from '../publication/words'
import { audit as texts } from '../texts/audit'
import type { Entry } from './answers'

const COLORS: Record<Result, [background: string, text: string]> = {
  ok: ['success100', 'success700'],
  refused: ['warning100', 'warning700'],
  failed: ['danger100', 'danger700'],
}

const titles = [texts.at, texts.person, texts.act, texts.subject, texts.result]

const Cell = ({ children, second }: { children: string; second?: string | null }) => (
  <Td style={{ maxWidth: '28rem' }}>
    <Typography tag="p" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
      {children}
    </Typography>
    {second && (
      <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
        {second}
      </Typography>
    )}
  </Td>
)

function Row({ entry, now, onOpen }: { entry: Entry; now: Date; onOpen: () => void }) {
  const { sequence, at, actor, act, subject, result, reason, ip } = entry
  const [background, color] = COLORS[result]
  return (
    <Tr onClick={onOpen} style={{ cursor: 'pointer' }}>
      <Cell second={String(sequence)}>{instantWords(new Date(at), now)}</Cell>
      <Cell second={[actor.roles, ip].filter(Boolean).join(' · ')}>{actor.name ?? actor.email ?? '—'}</Cell>
      <Cell>{act}</Cell>
      <Cell second={subject.type}>{subject.title ?? subject.id ?? '—'}</Cell>
      <Td style={{ maxWidth: '22rem' }}>
        <Badge backgroundColor={background} textColor={color}>
          {texts.results[result]}
        </Badge>
        {reason && (
          <Typography tag="p" variant="pi" textColor="neutral600" ellipsis>
            {reason}
          </Typography>
        )}
      </Td>
      <Td>
        <IconButton label={texts.showDetails(sequence)} variant="ghost" onClick={onOpen}>
          <Eye />
        </IconButton>
      </Td>
    </Tr>
  )
}

export function EntriesTable({ entries, onOpen }: { entries: Entry[]; onOpen: (entry: Entry) => void }) {
  const now = new Date()
  return (
    <Table colCount={titles.length + 1} rowCount={entries.length + 1}>
      <Thead>
        <Tr>
          {titles.map((title) => (
            <Th key={title}>
              <Typography variant="sigma">{title}</Typography>
            </Th>
          ))}
          <Th>{null}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {entries.map((entry) => (
          <Row key={entry.sequence} entry={entry} now={now} onOpen={() => onOpen(entry)} />
        ))}
      </Tbody>
    </Table>
  )
}
