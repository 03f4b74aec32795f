/** Where a file is used, with links to the forms. */
import { Box, Flex, Link, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import { mediaOrder as texts } from '../texts/media-order'
import type { Place } from './answers'

const formOf = ({ uid, documentId, isSingle }: Place) =>
  isSingle ? `/content-manager/single-types/${uid}` : `/content-manager/collection-types/${uid}/${documentId}`

function PlaceRow({ place }: { place: Place }) {
  const { title, type, by, isPublic } = place
  return (
    <Flex tag="li" gap={2} alignItems="baseline" wrap="wrap">
      <Link tag={RouterLink} to={formOf(place)}>
        {title ?? texts.untitled}
      </Link>
      <Typography variant="pi" textColor="neutral600">
        {[type, texts.by[by], isPublic ? texts.public : texts.draft].join(' · ')}
      </Typography>
    </Flex>
  )
}

export function Places({ fileId }: { fileId: number }) {
  const { get } = useFetchClient()
  const [places, setPlaces] = useState<Place[] | 'lost' | null>(null)
  useEffect(() => {
    get<{ data: Place[] }>(`/admin/media/files/${fileId}/places`)
      .then(({ data }) => setPlaces(data.data))
      .catch(() => setPlaces('lost'))
  }, [get, fileId])
  if (places === null) return null
  if (places === 'lost') return <Typography textColor="warning600">{texts.placesFailed}</Typography>
  if (places.length === 0) return <Typography textColor="neutral600">{texts.unused}</Typography>
  return (
    <Box tag="ul">
      {places.map((place) => (
        <PlaceRow key={place.uid + place.documentId + place.by} place={place} />
      ))}
    </Box>
  )
}
