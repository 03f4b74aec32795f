/** A date and a time, typed or picked, in Beijing time wherever the browser is. */
import { Field, Flex, TextButton } from '@strapi/design-system'
import { beijingHour, beijingWeekday, formatBeijing } from '../../domain/schedule/beijing-moment'
import { schedule as texts } from '../texts/schedule'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const OFFICE_OPENS = 8
const DAYS_A_WEEK = 7

/** Without seconds where there are none: browsers show them as soon as they are given. */
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
  value: string
  error?: string
  withChoices?: boolean
  onChange: (value: string) => void
}

export function MomentField({ label, value, error, withChoices, onChange }: Props) {
  return (
    <Field.Root error={error} hint={texts.beijing} width="100%">
      <Field.Label>{label}</Field.Label>
      <Field.Input
        type="datetime-local"
        size="S"
        value={value}
        onChange={(event: { target: { value: string } }) => onChange(event.target.value)}
      />
      {withChoices && (
        <Flex gap={3} wrap="wrap">
          {choices(new Date()).map(([words, instant]) => (
            <TextButton key={words} type="button" onClick={() => onChange(typedOf(instant))}>
              {words}
            </TextButton>
          ))}
        </Flex>
      )}
      <Field.Error />
      {!error && <Field.Hint />}
    </Field.Root>
  )
}
