import { Box, Flex, Typography } from '@strapi/design-system'
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { committee as texts } from '../texts/committee'
import type { State } from './answers'
import { FoundForm } from './found-form'
import { MANAGE_COMMITTEE } from './permission'
import { RosterImport } from './roster-import'
import { StaffList } from './staff-list'

function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box tag="section" background="neutral0" padding={6} hasRadius shadow="tableShadow">
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography tag="h2" variant="delta">
          {title}
        </Typography>
        {children}
      </Flex>
    </Box>
  )
}

function Steps() {
  const { get } = useFetchClient()
  const [state, setState] = useState<State | 'lost' | null>(null)
  const load = useCallback(() => {
    get<{ data: State }>('/admin/committee/state')
      .then(({ data }) => setState(data.data))
      .catch(() => setState('lost'))
  }, [get])
  useEffect(load, [load])
  if (state === null) return <Page.Loading />
  if (state === 'lost') return <Page.Error content={texts.failed} />
  const { committee, organisations, members, staff } = state
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Step title={texts.stepCommittee}>
        {committee ? (
          <>
            <Typography fontWeight="semiBold">{texts.committeeIs(committee.name, committee.foundedOn)}</Typography>
            <Typography>{texts.counts(organisations, members)}</Typography>
          </>
        ) : (
          <FoundForm onFounded={load} />
        )}
      </Step>
      <Step title={texts.stepRoster}>
        {committee ? (
          <RosterImport committeeDay={committee.foundedOn} onImported={load} />
        ) : (
          <Typography textColor="neutral600">{texts.later}</Typography>
        )}
      </Step>
      {committee && (
        <Step title={texts.stepStaff}>
          <StaffList staff={staff} onChanged={load} />
        </Step>
      )}
    </Flex>
  )
}

export function CommitteePage() {
  return (
    <Page.Protect permissions={MANAGE_COMMITTEE}>
      <Page.Title>{texts.title}</Page.Title>
      <Page.Main>
        <Layouts.Header title={texts.title} subtitle={texts.subtitle} />
        <Layouts.Content>
          <Steps />
        </Layouts.Content>
      </Page.Main>
    </Page.Protect>
  )
}
