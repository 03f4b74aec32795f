/** One finding: what is wrong, the way to its place, and what to put there. */
import { Button, Flex, Typography } from '@strapi/design-system'
import { type CheckedKind, checkedFields } from '../../domain/checks/fields'
import type { Finding } from '../../domain/checks/finding'
import { checks as texts } from '../texts/checks'
import { showPlace } from './show-place'

const MAX_QUOTE = 40

/** Without the marks of a heading, which the editor does not show. */
function shorten(quote: string) {
  const words = quote.replace(/^#+\s+/, '')
  return words.length > MAX_QUOTE ? `${words.slice(0, MAX_QUOTE)}…` : words
}
/** a long suggestion takes several lines */
const GROWS = { height: 'auto', minHeight: '3.2rem', whiteSpace: 'normal', textAlign: 'left' } as const

type Props = { kind: CheckedKind; finding: Finding; onReplace: ((finding: Finding) => void) | null }

export function FindingItem({ kind, finding, onReplace }: Props) {
  const { severity, field, place, message, suggestion } = finding
  const colour = severity === 'block' ? 'danger' : 'warning'
  const name = checkedFields[kind].texts[field]?.label ?? checkedFields[kind].pictures[field]
  return (
    <Flex
      tag="li"
      direction="column"
      alignItems="flex-start"
      gap={2}
      width="100%"
      background={`${colour}100`}
      borderColor={`${colour}200`}
      hasRadius
      padding={3}
      style={{ overflowWrap: 'anywhere' }}
    >
      {place && (
        <Typography tag="p" variant="pi" fontWeight="bold" textColor="neutral800">
          {name ? `${name}：` : ''}
          {shorten(place.quote)}
        </Typography>
      )}
      <Typography tag="p" variant="pi" textColor="neutral800">
        {message}
      </Typography>
      <Flex gap={2} wrap="wrap">
        <Button variant="tertiary" size="S" onClick={() => showPlace(kind, finding)}>
          {texts.goThere}
        </Button>
        {suggestion !== null && place && onReplace && (
          <Button variant="secondary" size="S" style={GROWS} onClick={() => onReplace(finding)}>
            {texts.replaceWith(suggestion)}
          </Button>
        )}
      </Flex>
    </Flex>
  )
}
