/** The page in the menu: everything planned and published, by month, week or as a list. */
import { Box, Flex, Typography } from '@strapi/design-system'
import { Layouts, Page } from '@strapi/strapi/admin'
import { useState } from 'react'
import type { CalendarEntry } from '../schedule/answers'
import { schedule as texts } from '../texts/schedule'
import { Calendar } from './calendar'
import { EntryDialog } from './entry-dialog'
import { ALL, isShown } from './events'
import { Filters } from './filters'
import { type Range, useCalendar } from './use-calendar'

export default function CalendarPage() {
  const [range, setRange] = useState<Range | null>(null)
  const [filter, setFilter] = useState({ uid: ALL, column: ALL })
  const [opened, setOpened] = useState<CalendarEntry | null>(null)
  const { entries, isLost, move } = useCalendar(range)
  const shown = entries.filter((entry) => isShown(entry, filter))
  return (
    <Page.Main>
      <Page.Title>{texts.calendar}</Page.Title>
      <Layouts.Header title={texts.calendar} subtitle={texts.calendarHint} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={8}>
          <Filters entries={entries} filter={filter} onChange={setFilter} />
          {isLost && (
            <Typography variant="pi" textColor="warning600">
              {texts.lost}
            </Typography>
          )}
          <Box background="neutral0" hasRadius shadow="tableShadow" padding={4}>
            <Calendar entries={shown} onRange={setRange} onOpen={setOpened} onMove={move} />
          </Box>
        </Flex>
      </Layouts.Content>
      {opened && <EntryDialog key={opened.id} entry={opened} onMove={move} onClose={() => setOpened(null)} />}
    </Page.Main>
  )
}
