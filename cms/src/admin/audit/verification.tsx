/** Whether the log is what was written, as far as was looked. */
import { Box, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'
import { instantWords } from '../publication/words'
import { audit as texts } from '../texts/audit'
import type { State } from './answers'

export function Verification() {
  const { get } = useFetchClient()
  const [state, setState] = useState<State | null>(null)
  useEffect(() => {
    get<{ data: State }>('/admin/audit/state')
      .then(({ data }) => setState(data.data))
      .catch(() => setState(null))
  }, [get])
  if (!state) return null
  const { verification } = state
  const instant = verification ? instantWords(new Date(verification.at), new Date()) : ''
  if (verification?.problem) {
    return (
      <Box role="alert" background="danger100" padding={4} hasRadius>
        <Typography textColor="danger700">{texts.broken(instant, verification.problem)}</Typography>
      </Box>
    )
  }
  return (
    <Typography tag="p" textColor="neutral600">
      {verification ? texts.intact(instant, verification.checked) : texts.neverVerified}
    </Typography>
  )
}
