/** Bars for the eye; the same numbers as a list for everybody else. */
import { Box, Flex } from '@strapi/design-system'

export type Bar = { key: string; words: string; count: number }

export function Bars({ bars, label, heightPx }: { bars: Bar[]; label: string; heightPx: number }) {
  const most = Math.max(1, ...bars.map(({ count }) => count))
  return (
    <Flex tag="ul" aria-label={label} gap={1} alignItems="flex-end" width="100%" style={{ height: heightPx }}>
      {bars.map(({ key, words, count }) => (
        <Box
          key={key}
          tag="li"
          role="listitem"
          title={words}
          aria-label={words}
          flex="1"
          background={count > 0 ? 'primary500' : 'neutral200'}
          style={{ height: `${Math.max(3, Math.round((count / most) * 100))}%`, borderRadius: 2 }}
        />
      ))}
    </Flex>
  )
}
