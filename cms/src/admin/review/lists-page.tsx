/** The work lists and notices in full. */
import { Box, Tabs } from '@strapi/design-system'
import { Layouts, Page } from '@strapi/strapi/admin'
import { useSearchParams } from 'react-router-dom'
import { review as texts } from '../texts/review'
import type { ListName } from './answers'
import { NoticeList } from './notice-list'
import { WorkTable } from './work-table'

const lists = Object.keys(texts.lists) as ListName[]
const NOTICES = 'notices'

export function ListsPage() {
  const [query, setQuery] = useSearchParams()
  const asked = query.get('list') ?? 'awaiting'
  const chosen = asked === NOTICES || lists.some((list) => list === asked) ? asked : 'awaiting'
  return (
    <Page.Main>
      <Page.Title>{texts.page}</Page.Title>
      <Layouts.Header title={texts.page} subtitle={texts.pageSubtitle} />
      <Layouts.Content>
        <Tabs.Root value={chosen} onValueChange={(list: string) => setQuery({ list })}>
          <Tabs.List aria-label={texts.page}>
            {lists.map((list) => (
              <Tabs.Trigger key={list} value={list}>
                {texts.lists[list]}
              </Tabs.Trigger>
            ))}
            <Tabs.Trigger value={NOTICES}>{texts.notices}</Tabs.Trigger>
          </Tabs.List>
          {lists.map((list) => (
            <Tabs.Content key={list} value={list}>
              <Box padding={4} background="neutral0">
                <WorkTable list={list} />
              </Box>
            </Tabs.Content>
          ))}
          <Tabs.Content value={NOTICES}>
            <Box padding={4} background="neutral0">
              <NoticeList />
            </Box>
          </Tabs.Content>
        </Tabs.Root>
      </Layouts.Content>
    </Page.Main>
  )
}
