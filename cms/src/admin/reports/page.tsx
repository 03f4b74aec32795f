import { Box, Tabs } from '@strapi/design-system'
import { Layouts, Page } from '@strapi/strapi/admin'
import { useState } from 'react'
import { reports as texts } from '../texts/reports'
import type { ReportState } from './answers'
import { HANDLE_REPORTS } from './permission'
import { ReportList } from './report-list'

const STATES: ReportState[] = ['open', 'done']

export function ReportsPage() {
  const [shown, setShown] = useState<string>('open')
  return (
    <Page.Protect permissions={HANDLE_REPORTS}>
      <Page.Title>{texts.title}</Page.Title>
      <Page.Main>
        <Layouts.Header title={texts.title} subtitle={texts.subtitle} />
        <Layouts.Content>
          <Tabs.Root value={shown} onValueChange={setShown}>
            <Tabs.List aria-label={texts.tabList}>
              {STATES.map((state) => (
                <Tabs.Trigger key={state} value={state}>
                  {texts.tabs[state]}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
            {STATES.map((state) => (
              <Tabs.Content key={state} value={state}>
                <Box paddingTop={5}>{shown === state && <ReportList state={state} />}</Box>
              </Tabs.Content>
            ))}
          </Tabs.Root>
        </Layouts.Content>
      </Page.Main>
    </Page.Protect>
  )
}
