/** Home: how much is read, and what. */
import { Box, Flex, Link, Typography } from '@strapi/design-system'
import { useFetchClient, Widget } from '@strapi/strapi/admin'
import { useCallback } from 'react'
import { EditLink } from '../publication/edit-link'
import { usePolled } from '../publication/use-polled'
import { home as texts } from '../texts/home'

type Day = { day: string; count: number }
type ReadPage = {
  address: string
  count: number
  title: string
  document: { uid: string; documentId: string } | null
}
type Answer = { days: Day[]; top: ReadPage[]; siteUrl: string }

const PAUSE_MS = 60_000
const CHART_HEIGHT_PX = 72

/** Bars for the eye; the same numbers as a list for everybody else. */
function Chart({ days }: { days: Day[] }) {
  const most = Math.max(1, ...days.map(({ count }) => count))
  return (
    <Flex
      tag="ul"
      aria-label={texts.chart}
      gap={1}
      alignItems="flex-end"
      width="100%"
      style={{ height: CHART_HEIGHT_PX }}
    >
      {days.map(({ day, count }) => (
        <Box
          key={day}
          tag="li"
          role="listitem"
          title={texts.ofDay(day, count)}
          aria-label={texts.ofDay(day, count)}
          flex="1"
          background={count > 0 ? 'primary500' : 'neutral200'}
          style={{ height: `${Math.max(3, Math.round((count / most) * 100))}%`, borderRadius: 2 }}
        />
      ))}
    </Flex>
  )
}

const Title = ({ page, siteUrl }: { page: ReadPage; siteUrl: string }) =>
  page.document ? (
    <EditLink document={{ ...page.document, title: page.title }} />
  ) : (
    <Link href={siteUrl + page.address} isExternal aria-label={`${page.title}${texts.outside}`}>
      {page.title}
    </Link>
  )

export function ReadersWidget() {
  const { get } = useFetchClient()
  const load = useCallback(async () => (await get<{ data: Answer }>('/admin/home/readings')).data.data, [get])
  const { answer, isLost } = usePolled(load, () => PAUSE_MS, '')
  if (!answer) return isLost ? <Widget.Error /> : <Widget.Loading />
  const total = answer.days.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return <Widget.NoData>{texts.nobodyYet}</Widget.NoData>
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <Typography variant="omega">{texts.lastDays(total)}</Typography>
      <Chart days={answer.days} />
      {answer.top.length > 0 && (
        <Box>
          <Typography tag="h3" variant="pi" fontWeight="bold" textColor="neutral600">
            {texts.mostRead}
          </Typography>
          <Box tag="ol" paddingTop={2}>
            {answer.top.map((page) => (
              <Flex
                key={page.address}
                tag="li"
                gap={3}
                justifyContent="space-between"
                alignItems="baseline"
                paddingBottom={2}
              >
                <Box minWidth={0} style={{ overflowWrap: 'anywhere' }}>
                  <Title page={page} siteUrl={answer.siteUrl} />
                </Box>
                <Typography variant="pi" style={{ whiteSpace: 'nowrap' }}>
                  {texts.readings(page.count)}
                </Typography>
              </Flex>
            ))}
          </Box>
        </Box>
      )}
    </Flex>
  )
}
