/** A comparison, field by field. What is new is underlined and has a plus before it, so that it does not hang on colour. */
import { Box, Flex, Typography } from '@strapi/design-system'
import { styled } from 'styled-components'
import type { FieldChange, Part } from '../../domain/versions/compare'
import { versions as texts } from '../texts/versions'
import { shorten } from './shorten'

const Text = styled.div`
  font-size: 1.4rem;
  line-height: 1.7;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  color: ${({ theme }) => theme.colors.neutral800};
  ins,
  del {
    padding: 0 0.2rem;
    border-radius: 0.2rem;
  }
  ins {
    background: ${({ theme }) => theme.colors.success100};
    color: ${({ theme }) => theme.colors.success700};
    text-decoration: underline;
  }
  ins::before {
    content: '＋';
  }
  del {
    background: ${({ theme }) => theme.colors.danger100};
    color: ${({ theme }) => theme.colors.danger700};
    text-decoration: line-through;
  }
  del::before {
    content: '－';
  }
`

function Marked({ part: { change, text } }: { part: Part }) {
  if (change === 'same') return <span>{text}</span>
  return change === 'added' ? <ins>{text}</ins> : <del>{text}</del>
}

function Parts({ change }: { change: FieldChange }) {
  if (change.shape === 'value') {
    const { before, after } = change
    return (
      <Text>
        <del>{before || texts.empty}</del> {texts.becomes} <ins>{after || texts.empty}</ins>
      </Text>
    )
  }
  const between = change.shape === 'items' ? '　' : ''
  return (
    <Text>
      {shorten(change.parts).map((part, index) => (
        <span key={index}>
          <Marked part={part} />
          {between}
        </span>
      ))}
    </Text>
  )
}

export function Change({ change }: { change: FieldChange }) {
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Typography variant="sigma" textColor="neutral600">
        {change.label}
      </Typography>
      <Box background="neutral100" padding={3} hasRadius>
        <Parts change={change} />
      </Box>
    </Flex>
  )
}

export function Changes({ changes, fieldCount }: { changes: readonly FieldChange[]; fieldCount: number }) {
  if (changes.length === 0) return <Typography textColor="neutral600">{texts.same}</Typography>
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {changes.map((change) => (
        <Change key={change.name} change={change} />
      ))}
      <Typography variant="pi" textColor="neutral600">
        {texts.legend}
        {fieldCount > changes.length ? texts.unchanged(fieldCount - changes.length) : ''}
      </Typography>
    </Flex>
  )
}
