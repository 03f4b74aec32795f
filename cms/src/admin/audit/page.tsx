import { Box, Button, EmptyStateLayout, Flex } from '@strapi/design-system'
import { FileCsv, FileXls } from '@strapi/icons'
import { Layouts, Page } from '@strapi/strapi/admin'
import { useState } from 'react'
import { audit as texts } from '../texts/audit'
import type { Entry, Filter } from './answers'
import { Details } from './details'
import { EntriesTable } from './entries-table'
import { Filters } from './filters'
import { READ_AUDIT } from './permission'
import { useEntries } from './use-entries'
import { useExport } from './use-export'
import { Verification } from './verification'

function Exports({ filter }: { filter: Filter }) {
  const { exportAs, running } = useExport(filter)
  return (
    <Flex gap={2}>
      <Button
        variant="secondary"
        startIcon={<FileCsv />}
        loading={running === 'csv'}
        disabled={running !== null}
        onClick={() => exportAs('csv')}
      >
        {texts.exportCsv}
      </Button>
      <Button
        startIcon={<FileXls />}
        loading={running === 'xlsx'}
        disabled={running !== null}
        onClick={() => exportAs('xlsx')}
      >
        {texts.exportXlsx}
      </Button>
    </Flex>
  )
}

function Log({ filter }: { filter: Filter }) {
  const [before, setBefore] = useState<number | null>(null)
  const [opened, setOpened] = useState<Entry | null>(null)
  const { entries, names, hasMore, isLost } = useEntries(filter, before)
  if (isLost) return <Page.Error content={texts.failed} />
  if (!entries) return <Page.Loading />
  if (entries.length === 0) return <EmptyStateLayout content={texts.nothing} />
  return (
    <>
      <EntriesTable entries={entries} onOpen={setOpened} />
      <Flex gap={2} justifyContent="flex-end" paddingTop={4}>
        {before !== null && (
          <Button variant="tertiary" onClick={() => setBefore(null)}>
            {texts.newest}
          </Button>
        )}
        {hasMore && (
          <Button variant="tertiary" onClick={() => setBefore(entries[entries.length - 1].sequence)}>
            {texts.older}
          </Button>
        )}
      </Flex>
      {opened && <Details entry={opened} names={names} onClose={() => setOpened(null)} />}
    </>
  )
}

export function AuditPage() {
  const [filter, setFilter] = useState<Filter>({})
  return (
    <Page.Protect permissions={READ_AUDIT}>
      <Page.Title>{texts.title}</Page.Title>
      <Page.Main>
        <Layouts.Header title={texts.title} subtitle={texts.subtitle} primaryAction={<Exports filter={filter} />} />
        <Layouts.Content>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Verification />
            <Filters onSearch={setFilter} />
            <Box>
              <Log key={JSON.stringify(filter)} filter={filter} />
            </Box>
          </Flex>
        </Layouts.Content>
      </Page.Main>
    </Page.Protect>
  )
}
