/** The newest versions beside the form, and the way to all of them. */
import { Box, Button, Flex, Typography } from '@strapi/design-system'
import { Clock } from '@strapi/icons'
import { useState } from 'react'
import { versions as texts } from '../texts/versions'
import type { VersionList } from './answers'
import { HistoryDialog } from './history-dialog'
import { useAsked } from './use-asked'
import { VersionLine } from './version-line'

const SHOWN = 10

type Props = { uid: string; documentId: string; revision: string }

export function History(props: Props) {
  const { uid, documentId, revision } = props
  const { answer, isLost } = useAsked<VersionList>(`/admin/versions/${uid}/${documentId}?limit=${SHOWN}`, revision)
  const [isOpen, setOpen] = useState(false)
  if (isLost && !answer) {
    return (
      <Typography variant="pi" textColor="warning600">
        {texts.lost}
      </Typography>
    )
  }
  if (!answer) return null
  if (answer.versions.length === 0) {
    return (
      <Typography variant="pi" textColor="neutral600">
        {texts.none}
      </Typography>
    )
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Box maxHeight="22rem" overflow="auto">
        <Flex tag="ol" direction="column" alignItems="stretch" gap={3}>
          {answer.versions.map((version) => (
            <li key={version.number}>
              <VersionLine version={version} now={answer.now} />
            </li>
          ))}
        </Flex>
      </Box>
      <Button variant="secondary" fullWidth startIcon={<Clock />} onClick={() => setOpen(true)}>
        {texts.open}
      </Button>
      {isOpen && <HistoryDialog {...props} list={answer} close={() => setOpen(false)} />}
    </Flex>
  )
}
