/** The levels of a piece: who passed each, when, and what they said. */
import { Box, Flex, Typography } from '@strapi/design-system'
import { instantWords } from '../publication/words'
import { review as texts } from '../texts/review'
import type { Act, Review } from './answers'
import { MarkList } from './marks'

export function ActWords({ act, now }: { act: Act; now: Date }) {
  return (
    <Flex direction="column" alignItems="flex-start" gap={1} width="100%" style={{ overflowWrap: 'anywhere' }}>
      <Typography variant="pi" textColor="neutral600">
        {texts.by(act.actor.name, act.actor.role)} · {instantWords(new Date(act.at), now)}
      </Typography>
      {act.note !== '' && (
        <Typography variant="pi" textColor="neutral800" style={{ whiteSpace: 'pre-wrap' }}>
          {texts.opinion}：{act.note}
        </Typography>
      )}
      <MarkList marks={act.marks} />
    </Flex>
  )
}

export function LevelList({ review, now }: { review: Review; now: Date }) {
  return (
    <Flex tag="ol" direction="column" alignItems="stretch" gap={2} width="100%">
      {review.levels.map(({ level, approval }) => (
        <Box key={level} tag="li">
          <Flex gap={2} justifyContent="space-between">
            <Typography variant="omega" fontWeight="bold" textColor={approval ? 'success600' : 'neutral700'}>
              {approval ? '✓' : '○'} {texts.levels[level]}
            </Typography>
            {!approval && (
              <Typography variant="pi" textColor="neutral600">
                {review.awaited === level ? texts.waitsForLevel : texts.notYet}
              </Typography>
            )}
          </Flex>
          {approval && <ActWords act={approval} now={now} />}
        </Box>
      ))}
    </Flex>
  )
}
