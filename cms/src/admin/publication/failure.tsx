/** One page that fails: why, what readers see meanwhile, and the details for whoever repairs it. */
import { Flex, Typography } from '@strapi/design-system'
import type { ReactNode } from 'react'
import { publication as texts } from '../texts/publication'
import type { Failure as FailureData } from './answers'
import { pageWords } from './words'

export function Technical({ reason }: { reason: string }) {
  if (reason === '') return null
  return (
    <details>
      <Typography tag="summary" variant="pi" textColor="neutral600" style={{ cursor: 'pointer' }}>
        {texts.technical}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
        {reason}
      </Typography>
    </details>
  )
}

export function Failure({ failure, title, action }: { failure: FailureData; title?: ReactNode; action?: ReactNode }) {
  const { address, code, oldStands, reason } = failure
  return (
    <Flex
      tag="li"
      direction="column"
      alignItems="flex-start"
      gap={2}
      width="100%"
      background="danger100"
      borderColor="danger200"
      hasRadius
      padding={3}
      style={{ overflowWrap: 'anywhere' }}
    >
      <Typography tag="p" variant="omega" fontWeight="bold" textColor="neutral800">
        {title ?? pageWords(address)}
      </Typography>
      {title && address && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {pageWords(address)}
        </Typography>
      )}
      <Typography tag="p" variant="pi" textColor="neutral800">
        {texts.failures[code]}
      </Typography>
      <Typography tag="p" variant="pi" fontWeight="bold" textColor={oldStands ? 'success600' : 'neutral700'}>
        {oldStands ? texts.oldStands : texts.nothingStands}
      </Typography>
      <Technical reason={reason} />
      {action}
    </Flex>
  )
}
