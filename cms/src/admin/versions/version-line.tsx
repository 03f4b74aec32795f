/** One version in a list: which, when, who, and how it came about. */
import { Badge, Flex, Typography } from '@strapi/design-system'
import { instantWords } from '../publication/words'
import { versions as texts } from '../texts/versions'
import type { Version } from './answers'

export const causeWords = ({ cause, restoredFrom }: Version) =>
  cause === 'restored' && restoredFrom ? texts.restoredFrom(restoredFrom) : texts.causes[cause]

export function VersionLine({ version, now }: { version: Version; now: string }) {
  const { number, at, actor, publishedAt } = version
  return (
    <Flex direction="column" alignItems="stretch" gap={1} width="100%">
      <Flex gap={2} justifyContent="space-between" wrap="wrap">
        <Typography variant="omega" fontWeight="semiBold">
          {texts.number(number)}
        </Typography>
        {publishedAt && <Badge>{texts.published}</Badge>}
      </Flex>
      <Typography variant="pi" textColor="neutral600">
        {instantWords(new Date(at), new Date(now))} · {actor ?? texts.unknownActor} · {causeWords(version)}
      </Typography>
    </Flex>
  )
}
