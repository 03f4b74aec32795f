/** A day, picked or typed as 年/月/日, whatever language and zone the browser has. */
import { DatePicker } from '@strapi/design-system'
import { formatBeijing } from '../domain/schedule/beijing-moment'

const DAY_LENGTH = '2026-11-26'.length

export const dayOf = (instant: Date) => formatBeijing(instant).slice(0, DAY_LENGTH)
/** The calendar takes a day by its midnight in UTC, and gives it by that of the local zone, which is Beijing's. */
const midnight = (day: string) => new Date(`${day}T00:00:00Z`)

type Props = {
  label: string
  /** `2026-11-26`, or empty */
  value: string
  size?: 'S' | 'M'
  hasError?: boolean
  /** with an empty text when the day was taken out */
  onChange: (day: string) => void
}

export function DayPicker({ label, value, size = 'M', hasError = false, onChange }: Props) {
  return (
    <DatePicker
      aria-label={label}
      placeholder="年/月/日"
      size={size}
      hasError={hasError}
      value={value ? midnight(value) : undefined}
      onChange={(date: Date | undefined) => onChange(date ? dayOf(date) : '')}
      onClear={() => onChange('')}
    />
  )
}
