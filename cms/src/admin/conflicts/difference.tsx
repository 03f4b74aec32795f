/** One field that differs: both sides beside each other, each marked against what both began with, and a choice. */
import { Box, Flex, Radio, Typography } from '@strapi/design-system'
import type { Snapshot } from '../../domain/content/snapshot'
import { compareSnapshots } from '../../domain/versions/compare'
import type { Dictionary, FieldFacts } from '../../domain/versions/fields'
import type { Difference as Facts } from '../../domain/versions/merge'
import { plainText, readField } from '../../domain/versions/readable'
import { conflicts as texts } from '../texts/conflicts'
import { versions as versionTexts } from '../texts/versions'
import { Change } from '../versions/changes'

export type Choice = 'mine' | 'theirs'

type SideProps = { label: string; field: FieldFacts; base: Snapshot | null; side: Snapshot; dictionary: Dictionary }

function Side({ label, field, base, side, dictionary }: SideProps) {
  const [change] = base ? compareSnapshots(base, side, [field], dictionary) : []
  const plain = plainText(readField(field, side, dictionary)) || versionTexts.empty
  const shown = change ?? { name: field.name, label, shape: 'words', parts: [{ change: 'same', text: plain }] as const }
  return (
    <Box flex="1" minWidth="22rem">
      <Change change={{ ...shown, label } as typeof change} />
    </Box>
  )
}

type Props = {
  difference: Facts
  field: FieldFacts
  base: Snapshot | null
  mine: Snapshot
  theirs: Snapshot
  dictionary: Dictionary
  choice: Choice
  choose: (choice: Choice) => void
}

/** A form holds of a relation only what it adds and takes away: where it has done neither, it has nothing to put back. */
export const isOnlyTheirs = (field: FieldFacts, { side }: Facts) => field.type === 'relation' && side === 'theirs'

export function DifferenceRow({ difference, field, base, mine, theirs, dictionary, choice, choose }: Props) {
  const common = { field, base, dictionary }
  return (
    <Flex tag="section" aria-label={difference.label} direction="column" alignItems="stretch" gap={2}>
      <Flex gap={2} wrap="wrap" alignItems="baseline">
        <Typography variant="delta">{difference.label}</Typography>
        <Typography variant="pi" textColor={difference.side === 'both' ? 'warning600' : 'neutral600'}>
          {texts.sides[difference.side]}
        </Typography>
      </Flex>
      <Flex gap={3} wrap="wrap" alignItems="stretch">
        <Side label={texts.theirs} side={theirs} {...common} />
        <Side label={texts.mine} side={mine} {...common} />
      </Flex>
      {isOnlyTheirs(field, difference) ? (
        <Typography variant="pi">{texts.relationOnlyTheirs}</Typography>
      ) : (
        <Radio.Group
          aria-label={difference.label}
          value={choice}
          onValueChange={(value: string) => choose(value as Choice)}
        >
          <Flex gap={5}>
            <Radio.Item value="theirs">{texts.useTheirs}</Radio.Item>
            <Radio.Item value="mine">{texts.useMine}</Radio.Item>
          </Flex>
        </Radio.Group>
      )}
    </Flex>
  )
}
