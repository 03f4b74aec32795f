/** What an import would do: what stands in the way first, then everything it changes. */
import { Flex, Typography } from '@strapi/design-system'
import { committee as texts } from '../texts/committee'
import type { Preview as PreviewAnswer } from './answers'

const MOST_SHOWN = 50

function Lines({
  title,
  lines,
  total,
  isBad = false,
}: {
  title: string
  lines: string[]
  total: number
  isBad?: boolean
}) {
  const shown = lines.slice(0, MOST_SHOWN)
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Typography tag="h3" variant="omega" fontWeight="bold" textColor={isBad ? 'danger600' : 'neutral800'}>
        {title}
      </Typography>
      {total > 0 && (
        <Flex tag="ul" direction="column" alignItems="flex-start" gap={1} paddingLeft={4}>
          {shown.map((line) => (
            <Typography key={line} tag="li" variant="pi" textColor="neutral800">
              {line}
            </Typography>
          ))}
          {total > shown.length && (
            <Typography tag="li" variant="pi" textColor="neutral600">
              {texts.more(total - shown.length)}
            </Typography>
          )}
        </Flex>
      )}
    </Flex>
  )
}

export function Preview({ preview }: { preview: PreviewAnswer }) {
  const { organisations, added, changed, moved, missing, unchanged, ignoredColumns, problems, problemCount } = preview
  const changes = changed.map(({ name, number, fields }) =>
    texts.person(name, number, `：${fields.map(({ title, from, to }) => texts.fromTo(title, from, to)).join('；')}`),
  )
  const groups: [(count: number) => string, string[]][] = [
    [
      texts.newOrganisations,
      organisations.map(({ kind, name, parent, similar }) => texts.newOrganisation(kind, name, parent, similar)),
    ],
    [texts.added, added.map(({ name, number, organisation }) => texts.person(name, number, `，${organisation}`))],
    [texts.changed, changes],
    [texts.moved, moved.map(({ name, number, from, to }) => texts.person(name, number, `：${from} → ${to}`))],
    [texts.missing, missing.map(({ name, number, organisation }) => texts.person(name, number, `，${organisation}`))],
  ]
  return (
    <Flex direction="column" alignItems="stretch" gap={4} aria-live="polite">
      {problemCount > 0 && (
        <Lines
          isBad
          title={texts.problems(problemCount)}
          lines={problems.map(({ row, column, message }) => texts.problem(row, column, message))}
          total={problemCount}
        />
      )}
      {groups.map(([title, lines]) => (
        <Lines key={title(lines.length)} title={title(lines.length)} lines={lines} total={lines.length} />
      ))}
      <Typography variant="omega">{texts.unchanged(unchanged)}</Typography>
      {ignoredColumns.length > 0 && (
        <Typography variant="pi" textColor="neutral600">
          {texts.ignored(ignoredColumns)}
        </Typography>
      )}
    </Flex>
  )
}
