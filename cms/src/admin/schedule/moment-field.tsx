/** A date and a time, picked or typed, in Beijing time wherever the browser is. */
import { Box, Field, Flex, TextButton, Typography } from '@strapi/design-system'
import { useId } from 'react'
import { beijingHour, beijingWeekday, formatBeijing, tidyTime } from '../../domain/schedule/beijing-moment'
import { DayPicker, dayOf } from '../day-picker'
import { schedule as texts } from '../texts/schedule'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const OFFICE_OPENS = 8
const DAYS_A_WEEK = 7
const DEFAULT_TIME = '08:00'
const OFFERED_TIMES = Array.from(
  { length: 33 },
  (_, n) => `${String(6 + Math.floor(n / 2)).padStart(2, '0')}:${n % 2 ? '30' : '00'}`,
)

/** Without seconds where there are none. */
export const typedOf = (instant: Date): string => formatBeijing(instant).replace(/:00$/, '')

function choices(now: Date): [string, Date][] {
  const inAnHour = new Date(Math.ceil((now.getTime() + HOUR_MS) / MINUTE_MS) * MINUTE_MS)
  return [
    [texts.inAnHour, inAnHour],
    [texts.tomorrow, beijingHour(now, 1, OFFICE_OPENS)],
    [texts.monday, beijingHour(now, DAYS_A_WEEK + 1 - beijingWeekday(now), OFFICE_OPENS)],
  ]
}

type Props = {
  label: string
  /** `2026-11-26T09:30`, or empty */
  value: string
  error?: string
  withChoices?: boolean
  onChange: (value: string) => void
}

export function MomentField({ label, value, error, withChoices, onChange }: Props) {
  const errorId = useId()
  const timesId = useId()
  const [day = '', time = ''] = value.split('T')
  const changeDay = (picked: string) => onChange(picked ? `${picked}T${time || DEFAULT_TIME}` : '')
  const changeTime = (typed: string) => onChange(typed || day ? `${day || dayOf(new Date())}T${typed}` : '')
  return (
    <Flex
      role="group"
      aria-label={label}
      aria-describedby={error ? errorId : undefined}
      direction="column"
      alignItems="stretch"
      gap={1}
      width="100%"
    >
      <Typography variant="pi" fontWeight="bold" textColor="neutral800">
        {label}
      </Typography>
      <DayPicker label={texts.date(label)} size="S" hasError={Boolean(error)} value={day} onChange={changeDay} />
      <Field.Input
        aria-label={texts.time(label)}
        size="S"
        inputMode="numeric"
        list={timesId}
        placeholder={DEFAULT_TIME}
        value={time}
        onChange={(event: { target: { value: string } }) => changeTime(event.target.value)}
        onBlur={() => time && changeTime(tidyTime(time))}
      />
      <datalist id={timesId}>
        {OFFERED_TIMES.map((offered) => (
          <option key={offered} value={offered} />
        ))}
      </datalist>
      {withChoices && (
        <Flex gap={3} wrap="wrap">
          {choices(new Date()).map(([words, instant]) => (
            <TextButton key={words} type="button" onClick={() => onChange(typedOf(instant))}>
              {words}
            </TextButton>
          ))}
        </Flex>
      )}
      <Box id={errorId} aria-live="assertive">
        {error && (
          <Typography variant="pi" textColor="danger600">
            {error}
          </Typography>
        )}
      </Box>
    </Flex>
  )
}
