/** What an import would do: how much is new, changed, the same, and which rows stand in the way. */
import { Flex, Typography } from '@strapi/design-system'
import { wordingList as texts } from '../texts/checks'
import type { Preview } from './wording-file'

const MAX_SHOWN = 20

function Lines({ lines, total }: { lines: string[]; total: number }) {
  return (
    <Flex tag="ul" direction="column" alignItems="flex-start" gap={1} paddingLeft={4}>
      {lines.map((line) => (
        <Typography key={line} tag="li" variant="pi" textColor="neutral800">
          {line}
        </Typography>
      ))}
      {total > lines.length && (
        <Typography tag="li" variant="pi" textColor="neutral600">
          {texts.more(total - lines.length)}
        </Typography>
      )}
    </Flex>
  )
}

export function WordingPreview({ preview }: { preview: Preview }) {
  const { added, changed, unchanged, problems } = preview
  const headline = (text: string, isBad = false) => (
    <Typography tag="p" variant="omega" fontWeight="bold" textColor={isBad ? 'danger600' : 'neutral800'}>
      {text}
    </Typography>
  )
  const entries = (list: Preview['added']) =>
    list.slice(0, MAX_SHOWN).map(({ wrong, right, severity }) => texts.entry(wrong, right, severity))
  return (
    <Flex direction="column" alignItems="stretch" gap={3} aria-live="polite">
      {problems.length > 0 && (
        <>
          {headline(texts.problems(problems.length), true)}
          <Lines
            lines={problems.slice(0, MAX_SHOWN).map(({ row, message }) => texts.row(row, message))}
            total={problems.length}
          />
        </>
      )}
      {headline(texts.added(added.length))}
      <Lines lines={entries(added)} total={added.length} />
      {headline(texts.changed(changed.length))}
      <Lines lines={entries(changed.map(({ after }) => after))} total={changed.length} />
      {headline(texts.unchanged(unchanged))}
    </Flex>
  )
}
