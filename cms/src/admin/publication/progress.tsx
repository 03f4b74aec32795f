/** The design system's own bar is white on dark grey and a hand wide: this one fills its card in the portal's red. */
import { Box } from '@strapi/design-system'

const PERCENT = 100

export function Progress({ done, total, label }: { done: number; total: number; label: string }) {
  const percent = total === 0 ? 0 : Math.min(PERCENT, (done / total) * PERCENT)
  return (
    <Box
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={PERCENT}
      aria-valuenow={Math.round(percent)}
      background="neutral150"
      height="0.8rem"
      hasRadius
      overflow="hidden"
    >
      <Box background="primary600" height="100%" style={{ width: `${percent}%`, transition: 'width 0.5s' }} />
    </Box>
  )
}
