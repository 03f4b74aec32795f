/** On the home page: what this account has left unsaved on this device, and the way back to it. */
import { Flex, Link, Typography } from '@strapi/design-system'
import { useAuth } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'
import { NavLink } from 'react-router-dom'
import { instantWords } from '../publication/words'
import { unsaved as texts } from '../texts/unsaved'
import { type Unsaved, unsavedOf } from './device-store'
import { openForms } from './live-forms'

function placeOf({ model, documentId, isSingle }: Unsaved): string {
  if (isSingle) return `/content-manager/single-types/${model}`
  return `/content-manager/collection-types/${model}/${documentId ?? 'create'}`
}

export function UnsavedWidget() {
  const account = useAuth('UnsavedWidget', ({ user }) => user?.id)
  const [left, setLeft] = useState<Unsaved[] | null>(null)
  useEffect(() => {
    if (account === undefined) return
    Promise.all([unsavedOf(Number(account)), openForms()]).then(([all, open]) =>
      setLeft(all.filter(({ key }) => !open.has(key))),
    )
  }, [account])

  if (!left) return null
  if (left.length === 0) return <Typography textColor="neutral600">{texts.nothing}</Typography>
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
      {left.map((one) => (
        <Flex tag="li" key={one.key} gap={3} justifyContent="space-between" wrap="wrap">
          <Link tag={NavLink} to={placeOf(one)}>
            {one.title || texts.untitled}
          </Link>
          <Typography variant="pi" textColor="neutral600">
            {one.documentId ? '' : `${texts.newOne} · `}
            {instantWords(new Date(one.keptAt), new Date())}
          </Typography>
        </Flex>
      ))}
    </Flex>
  )
}
