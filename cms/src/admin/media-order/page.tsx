import { Box, Button, Field, Flex, Tabs, TextInput } from '@strapi/design-system'
import { Layouts, Page } from '@strapi/strapi/admin'
import { type FormEvent, useState } from 'react'
import { mediaOrder as texts } from '../texts/media-order'
import type { Show } from './answers'
import { FileList } from './file-list'
import { SEE_MEDIA } from './permission'

const SHOWN: Show[] = ['no-alt', 'twice', 'named']

function SearchForm({ onSearch }: { onSearch: (text: string) => void }) {
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSearch(text.trim())
  }
  return (
    <form onSubmit={submit}>
      <Flex gap={2} alignItems="flex-end" paddingBottom={4}>
        <Field.Root width="32rem">
          <Field.Label>{texts.search}</Field.Label>
          <TextInput value={text} onChange={({ target }: { target: { value: string } }) => setText(target.value)} />
        </Field.Root>
        <Button type="submit" size="L">
          {texts.searchButton}
        </Button>
      </Flex>
    </form>
  )
}

function Content() {
  const [text, setText] = useState('')
  return (
    <Tabs.Root defaultValue="no-alt">
      <Tabs.List aria-label={texts.tabList}>
        {SHOWN.map((show) => (
          <Tabs.Trigger key={show} value={show}>
            {texts.tabs[show]}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {SHOWN.map((show) => (
        <Tabs.Content key={show} value={show}>
          <Box padding={5}>
            {show === 'named' && <SearchForm onSearch={setText} />}
            <FileList key={text} show={show} text={show === 'named' ? text : ''} />
          </Box>
        </Tabs.Content>
      ))}
    </Tabs.Root>
  )
}

export function MediaOrderPage() {
  return (
    <Page.Protect permissions={SEE_MEDIA}>
      <Page.Title>{texts.title}</Page.Title>
      <Page.Main>
        <Layouts.Header title={texts.title} subtitle={texts.subtitle} />
        <Layouts.Content>
          <Content />
        </Layouts.Content>
      </Page.Main>
    </Page.Protect>
  )
}
