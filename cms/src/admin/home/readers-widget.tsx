/** Home: how much is read, and what. */
import { Box, Flex, Link, Typography } from '@strapi/design-system'
import { useFetchClient, Widget } from '@strapi/strapi/admin'
import { useCallback } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import { usePolled } from '../publication/use-polled'
import { Bars } from '../statistics/bars'
import { PageTitle, type ReadPage } from '../statistics/page-title'
import { home as texts } from '../texts/home'
import { statistics } from '../texts/statistics'

type Day = { day: string; count: number }
type Answer = { days: Day[]; top: ReadPage[]; siteUrl: string }

const PAUSE_MS = 60_000
const CHART_HEIGHT_PX = 72

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
      <Bars
        bars={answer.days.map(({ day, count }) => ({ key: day, words: texts.ofDay(day, count), count }))}
        label={texts.chart}
        heightPx={CHART_HEIGHT_PX}
      />
      <Link tag={RouterLink} to="/statistics">
        {statistics.openStatistics}
      </Link>
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
                  <PageTitle page={page} siteUrl={answer.siteUrl} outside={texts.outside} />
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
