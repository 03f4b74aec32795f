import { Badge, Field, Flex, TextInput, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { editor as texts } from '../../texts/editor'
import { Results } from './styles'

type Found = { href: string; title: string; kindName: string; column: string | null; isPublished: boolean }
type State = { found: Found[] } | 'failed' | null

const PAUSE_MS = 250

export function PostSearch({ onChoose }: { onChoose: (post: Found) => void }) {
  const { get } = useFetchClient()
  const [asked, setAsked] = useState('')
  const [state, setState] = useState<State>(null)

  useEffect(() => {
    if (asked.trim() === '') return setState(null)
    const controller = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const path = `/admin/linkable-posts?q=${encodeURIComponent(asked.trim())}`
        const { data } = await get<{ data: Found[] }>(path, { signal: controller.signal })
        if (!controller.signal.aborted) setState({ found: data.data })
      } catch {
        if (!controller.signal.aborted) setState('failed')
      }
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [asked, get])

  return (
    <Field.Root name="post" hint={texts.links.stays}>
      <Field.Label>{texts.links.post}</Field.Label>
      <TextInput
        value={asked}
        placeholder={texts.links.searchHint}
        onKeyDown={(event: KeyboardEvent) => event.key === 'Enter' && event.preventDefault()}
        onChange={(event: { target: { value: string } }) => setAsked(event.target.value)}
      />
      <Field.Hint />
      {state === 'failed' && (
        <Typography textColor="danger600" role="alert">
          {texts.links.failed}
        </Typography>
      )}
      {state !== null && state !== 'failed' && (
        <Results aria-label={texts.links.post}>
          {state.found.length === 0 && <li>{texts.links.none}</li>}
          {state.found.map((post) => (
            <li key={post.href}>
              <button type="button" onClick={() => onChoose(post)}>
                <span>{post.title}</span>
                <Flex gap={2}>
                  <Typography variant="pi" textColor="neutral600">
                    {[post.kindName, post.column].filter(Boolean).join(' · ')}
                  </Typography>
                  <Badge active={post.isPublished}>
                    {post.isPublished ? texts.links.published : texts.links.draft}
                  </Badge>
                </Flex>
              </button>
            </li>
          ))}
        </Results>
      )}
    </Field.Root>
  )
}
