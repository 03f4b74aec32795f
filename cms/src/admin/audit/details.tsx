/** One row in full. */
import { Box, Button, Flex, Modal, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system'
import type { Json } from '../../domain/content/snapshot'
import { audit as texts } from '../texts/audit'
import type { Entry, Names } from './answers'
import { valueWords } from './value-words'

const fieldsOf = (value: Json): { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [name: string]: Json })
    : {}

const Cell = ({ children }: { children: string }) => (
  <Td>
    <Typography textColor="neutral800" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {children}
    </Typography>
  </Td>
)

type Props = { entry: Entry; names: Names }

function Changes({ entry: { before, after, labels }, names: titles }: Props) {
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  if (names.length === 0) return <Typography textColor="neutral600">{texts.unchanged}</Typography>
  return (
    <Table colCount={3} rowCount={names.length + 1}>
      <Thead>
        <Tr>
          {[texts.field, texts.before, texts.after].map((title) => (
            <Th key={title}>
              <Typography variant="sigma">{title}</Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {names.map((name) => (
          <Tr key={name}>
            <Cell>{labels[name] ?? name}</Cell>
            <Cell>{valueWords(was[name] ?? null, titles)}</Cell>
            <Cell>{valueWords(is[name] ?? null, titles)}</Cell>
          </Tr>
        ))}
      </Tbody>
    </Table>
  )
}

function Facts({ entry }: { entry: Entry }) {
  const { actor, ip, userAgent, subject, reason, hash } = entry
  const facts: [string, string | null][] = [
    [texts.act, entry.act],
    [texts.subject, [subject.type, subject.title, subject.id].filter(Boolean).join(' · ')],
    [texts.result, texts.results[entry.result]],
    [texts.reason, reason],
    [texts.person, actor.name],
    [texts.email, actor.email],
    [texts.roles, actor.roles],
    [texts.ip, ip],
    [texts.browser, userAgent],
    [texts.hash, hash],
  ]
  return (
    <Box tag="dl">
      {facts.map(([name, value]) =>
        value ? (
          <Flex key={name} gap={4} alignItems="baseline" paddingBottom={1}>
            <Box tag="dt" minWidth="9rem">
              <Typography textColor="neutral600">{name}</Typography>
            </Box>
            <Typography tag="dd" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
              {value}
            </Typography>
          </Flex>
        ) : null,
      )}
    </Box>
  )
}

export function Details({ entry, names, onClose }: Props & { onClose: () => void }) {
  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={texts.close}>
          <Modal.Title>{texts.details(entry.sequence)}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Facts entry={entry} />
            <Changes entry={entry} names={names} />
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
