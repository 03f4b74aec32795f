/** Home: columns that stand still longer than they may. */
import { Box, Flex, Link, Typography } from '@strapi/design-system'
import { useFetchClient, Widget } from '@strapi/strapi/admin'
import { useCallback } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import type { PostKind } from '../../domain/content/kinds'
import { usePolled } from '../publication/use-polled'
import { home as texts } from '../texts/home'

type StaleColumn = {
  documentId: string
  name: string
  kind: PostKind
  staleAfterDays: number
  daysQuiet: number | null
}

const PAUSE_MS = 5 * 60_000

const formFor = (kind: PostKind) => `/content-manager/collection-types/api::${kind}.${kind}/create`

export function ColumnsWidget() {
  const { get } = useFetchClient()
  const load = useCallback(
    async () => (await get<{ data: StaleColumn[] }>('/admin/home/stale-columns')).data.data,
    [get],
  )
  const { answer, isLost } = usePolled(load, () => PAUSE_MS, '')
  if (!answer) return isLost ? <Widget.Error /> : <Widget.Loading />
  if (answer.length === 0) return <Typography>{texts.allFresh}</Typography>
  return (
    <Box tag="ul" width="100%">
      {answer.map(({ documentId, name, kind, staleAfterDays, daysQuiet }) => (
        <Flex key={documentId} tag="li" gap={3} justifyContent="space-between" alignItems="baseline" paddingBottom={3}>
          <Box>
            <Typography tag="p" fontWeight="bold">
              {name}
            </Typography>
            <Typography tag="p" variant="pi" textColor={daysQuiet === null ? 'neutral600' : 'danger600'}>
              {daysQuiet === null ? texts.empty : texts.quiet(daysQuiet, staleAfterDays)}
            </Typography>
          </Box>
          <Link tag={RouterLink} to={formFor(kind)} style={{ whiteSpace: 'nowrap' }}>
            {texts.write(name)}
          </Link>
        </Flex>
      ))}
    </Box>
  )
}
