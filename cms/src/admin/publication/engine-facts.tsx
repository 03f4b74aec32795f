/** Numbers of the portal: pages, size, free disk, release. */
import { Box, Grid, Typography } from '@strapi/design-system'
import { publication as texts } from '../texts/publication'
import type { EngineStatus } from './answers'
import { releaseWords, sizeWords } from './words'

function Fact({ name, value, warning }: { name: string; value: string; warning?: string }) {
  return (
    <Grid.Item col={6} xs={12} direction="column" alignItems="flex-start">
      <Typography tag="dt" variant="pi" textColor="neutral600">
        {name}
      </Typography>
      <Typography tag="dd" variant="omega" fontWeight="bold" textColor={warning ? 'danger600' : 'neutral800'}>
        {value}
        {warning && (
          <Typography tag="span" variant="pi" textColor="danger600">
            {`　${warning}`}
          </Typography>
        )}
      </Typography>
    </Grid.Item>
  )
}

export function EngineFacts({ health, now }: { health: NonNullable<EngineStatus['health']>; now: Date }) {
  const { pages, treeBytes, freeBytes, isDiskLow, release } = health
  return (
    <Box tag="dl" width="100%">
      <Grid.Root gap={4}>
        <Fact name={texts.factPages} value={texts.pieces(pages)} />
        <Fact name={texts.factSize} value={sizeWords(treeBytes)} />
        <Fact name={texts.factFree} value={sizeWords(freeBytes)} warning={isDiskLow ? texts.diskLow : undefined} />
        <Fact name={texts.factRelease} value={release === null ? '—' : releaseWords(release, now)} />
      </Grid.Root>
    </Box>
  )
}
