/** Home: how many reports of readers wait. */
import { Flex, Link, Typography } from '@strapi/design-system'
import { useFetchClient, Widget } from '@strapi/strapi/admin'
import { useCallback } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import { usePolled } from '../publication/use-polled'
import { reports as texts } from '../texts/reports'

const PAUSE_MS = 60_000

export function ReportsWidget() {
  const { get } = useFetchClient()
  const load = useCallback(async () => (await get<{ data: { open: number } }>('/admin/reports/count')).data.data, [get])
  const { answer, isLost } = usePolled(load, () => PAUSE_MS, '')
  if (!answer) return isLost ? <Widget.Error /> : <Widget.Loading />
  if (answer.open === 0) return <Typography>{texts.allDone}</Typography>
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Typography variant="alpha" textColor="primary600">
        {texts.waiting(answer.open)}
      </Typography>
      <Link tag={RouterLink} to="/reports">
        {texts.openList}
      </Link>
    </Flex>
  )
}
