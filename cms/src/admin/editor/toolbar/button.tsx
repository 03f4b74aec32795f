import { Tooltip } from '@strapi/design-system'
import type { ReactNode } from 'react'

type Props = {
  label: string
  isActive?: boolean
  isDisabled?: boolean
  onPress: () => void
  children: ReactNode
}

/** Pressed with the mouse it must not take the cursor out of the text. */
export function ToolbarButton({ label, isActive, isDisabled, onPress, children }: Props) {
  return (
    <Tooltip label={label}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={isActive}
        disabled={isDisabled}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onPress}
      >
        {children}
      </button>
    </Tooltip>
  )
}
