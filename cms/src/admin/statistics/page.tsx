import {
  Box,
  Button,
  EmptyStateLayout,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system'
import { FileCsv } from '@strapi/icons'
import { Layouts, Page, useFetchClient, useNotification } from '@strapi/strapi/admin'
import { type ReactNode, useEffect, useState } from 'react'
import { saveFile } from '../save-file'
import { statistics as texts } from '../texts/statistics'
import { Bars } from './bars'
import { PageTitle, type ReadPage } from './page-title'

type Period = keyof typeof texts.periods
type Answer = {
  days: { day: string; count: number }[]
  columns: { name: string; count: number }[]
  top: ReadPage[]
  total: number
  siteUrl: string
}

const CHART_HEIGHT_PX = 160

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box tag="section" background="neutral0" padding={6} hasRadius shadow="tableShadow">
      <Typography tag="h2" variant="delta" paddingBottom={4}>
        {title}
      </Typography>
      <Box paddingTop={4}>{children}</Box>
    </Box>
  )
}

type Row = { key: string; name: ReactNode; count: number }

const Counts = ({ head, rows }: { head: string; rows: Row[] }) => (
  <Table colCount={2} rowCount={rows.length + 1}>
    <Thead>
      <Tr>
        {[head, texts.count].map((title) => (
          <Th key={title}>
            <Typography variant="sigma">{title}</Typography>
          </Th>
        ))}
      </Tr>
    </Thead>
    <Tbody>
      {rows.map(({ key, name, count }) => (
        <Tr key={key}>
          <Td style={{ whiteSpace: 'normal' }}>{name}</Td>
          <Td>{texts.readings(count)}</Td>
        </Tr>
      ))}
    </Tbody>
  </Table>
)

function Shown({ answer }: { answer: Answer }) {
  const { days, columns, top, total, siteUrl } = answer
  const sum = days.reduce((all, { count }) => all + count, 0)
  if (sum === 0) return <EmptyStateLayout content={texts.nobody} />
  const bars = days.map(({ day, count }) => ({ key: day, words: texts.ofDay(day, count), count }))
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Typography>{texts.sum(sum, total)}</Typography>
      <Part title={texts.byDay}>
        <Bars bars={bars} label={texts.byDay} heightPx={CHART_HEIGHT_PX} />
        <Flex justifyContent="space-between" paddingTop={2}>
          <Typography variant="pi">{days[0].day}</Typography>
          <Typography variant="pi">{days[days.length - 1].day}</Typography>
        </Flex>
      </Part>
      <Part title={texts.byColumn}>
        <Counts head={texts.column} rows={columns.map(({ name, count }) => ({ key: name, name, count }))} />
      </Part>
      <Part title={texts.byPage}>
        <Counts
          head={texts.page}
          rows={top.map((page) => ({
            key: page.address,
            name: <PageTitle page={page} siteUrl={siteUrl} outside={texts.outside} />,
            count: page.count,
          }))}
        />
      </Part>
    </Flex>
  )
}

function Export({ period }: { period: Period }) {
  const { get } = useFetchClient()
  const { toggleNotification } = useNotification()
  const exportTable = () =>
    get<Blob>(`/admin/statistics/readings/export?days=${period}`, { responseType: 'blob' })
      .then(({ data }) => saveFile(data, `${texts.title}-${texts.periods[period]}.csv`))
      .catch(() => toggleNotification({ type: 'danger', message: texts.exportFailed }))
  return (
    <Button variant="secondary" startIcon={<FileCsv />} onClick={exportTable}>
      {texts.export}
    </Button>
  )
}

export function StatisticsPage() {
  const { get } = useFetchClient()
  const [period, setPeriod] = useState<Period>('7')
  const [answer, setAnswer] = useState<Answer | 'lost' | null>(null)
  useEffect(() => {
    setAnswer(null)
    get<{ data: Answer }>(`/admin/statistics/readings?days=${period}`)
      .then(({ data }) => setAnswer(data.data))
      .catch(() => setAnswer('lost'))
  }, [get, period])
  return (
    <Page.Main>
      <Page.Title>{texts.title}</Page.Title>
      <Layouts.Header title={texts.title} subtitle={texts.subtitle} primaryAction={<Export period={period} />} />
      <Layouts.Content>
        <Flex paddingBottom={5}>
          <SingleSelect
            aria-label={texts.period}
            value={period}
            onChange={(value: string | number) => setPeriod(String(value) as Period)}
          >
            {Object.entries(texts.periods).map(([value, words]) => (
              <SingleSelectOption key={value} value={value}>
                {words}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Flex>
        {answer === null && <Page.Loading />}
        {answer === 'lost' && <Page.Error content={texts.failed} />}
        {answer !== null && answer !== 'lost' && <Shown answer={answer} />}
      </Layouts.Content>
    </Page.Main>
  )
}
