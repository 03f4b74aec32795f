import { Badge, Box, Flex, TextButton, Typography } from '@strapi/design-system'
import { File as FileIcon } from '@strapi/icons'
import { useState } from 'react'
import { instantWords, sizeWords } from '../publication/words'
import { mediaOrder as texts } from '../texts/media-order'
import { AlternativeText } from './alternative-text'
import type { MediaFile } from './answers'
import { Places } from './places'

const SQUARE = '8rem'

const isPicture = ({ mime }: MediaFile) => mime.startsWith('image/')

const Thumbnail = ({ file }: { file: MediaFile }) => (
  <Flex width={SQUARE} height={SQUARE} shrink={0} background="neutral100" justifyContent="center" hasRadius>
    {isPicture(file) ? (
      <img src={file.url} alt="" loading="lazy" style={{ maxWidth: '100%', maxHeight: SQUARE, objectFit: 'contain' }} />
    ) : (
      <FileIcon width="3.2rem" height="3.2rem" />
    )}
  </Flex>
)

function Name({ file }: { file: MediaFile }) {
  const { name, folder, bytes, createdAt, alternativeText } = file
  const facts = [folder ?? texts.noFolder, sizeWords(bytes), instantWords(new Date(createdAt), new Date())]
  return (
    <Box>
      <Flex gap={2} wrap="wrap">
        <Typography fontWeight="semiBold" style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Typography>
        {isPicture(file) && !alternativeText && (
          <Badge backgroundColor="warning100" textColor="warning700">
            {texts.missing}
          </Badge>
        )}
      </Flex>
      <Typography variant="pi" textColor="neutral600">
        {facts.join(' · ')}
      </Typography>
    </Box>
  )
}

export function FileRow({ file, showsPlaces }: { file: MediaFile; showsPlaces: boolean }) {
  const [isOpen, setOpen] = useState(showsPlaces)
  return (
    <Flex tag="li" gap={4} alignItems="flex-start" background="neutral0" padding={4} hasRadius shadow="tableShadow">
      <Thumbnail file={file} />
      <Flex flex="1" direction="column" alignItems="stretch" gap={3} minWidth={0}>
        <Name file={file} />
        {isPicture(file) && <AlternativeText file={file} />}
        <Box>
          <TextButton aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? texts.hidePlaces : texts.places}
          </TextButton>
        </Box>
        {isOpen && <Places fileId={file.id} />}
      </Flex>
    </Flex>
  )
}
