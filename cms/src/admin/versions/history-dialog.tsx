/** All versions of one document: choose two, see what differs, bring an old one back. */
import { Box, Button, Field, Flex, Modal, SingleSelect, SingleSelectOption } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useState } from 'react'
import { instantWords } from '../publication/words'
import { versions as texts } from '../texts/versions'
import type { Version, VersionList } from './answers'
import { Comparison, type Which } from './comparison'
import { RestoreButton } from './restore-button'
import { causeWords } from './version-line'

type Props = {
  uid: string
  documentId: string
  list: VersionList
  revision: string
  close: () => void
}

const PAGE = 50

function useAllVersions({ uid, documentId, list }: Props) {
  const { get } = useFetchClient()
  const [older, setOlder] = useState<Version[]>([])
  const newest = list.versions.map(({ number }) => number)
  const versions = [...list.versions, ...older.filter(({ number }) => !newest.includes(number))]
  const last = versions.at(-1)?.number ?? 1
  const loadMore = async () => {
    const params = { before: last, limit: PAGE }
    const { data } = await get<{ data: VersionList }>(`/admin/versions/${uid}/${documentId}`, { params })
    setOlder((known) => [...known, ...data.data.versions])
  }
  // thinning may have taken the first: then one question more is asked than needed
  return { versions, loadMore: last > 1 ? loadMore : null }
}

type ChoiceProps = {
  label: string
  value: Which
  versions: Version[]
  now: string
  withCurrent: boolean
  choose: (which: Which) => void
}

function VersionChoice({ label, value, versions, now, withCurrent, choose }: ChoiceProps) {
  const words = (version: Version) =>
    [
      texts.number(version.number),
      instantWords(new Date(version.at), new Date(now)),
      version.actor,
      causeWords(version),
    ]
      .filter(Boolean)
      .join(' · ')
  const change = (chosen: string | number) => choose(chosen === 'current' ? 'current' : Number(chosen))
  return (
    <Box flex="1" minWidth="26rem">
      <Field.Root>
        <Field.Label>{label}</Field.Label>
        <SingleSelect aria-label={label} value={String(value)} onChange={change}>
          {withCurrent && <SingleSelectOption value="current">{texts.current}</SingleSelectOption>}
          {versions.map((version) => (
            <SingleSelectOption key={version.number} value={String(version.number)}>
              {words(version)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
    </Box>
  )
}

export function HistoryDialog(props: Props) {
  const { uid, documentId, list, revision, close } = props
  const { versions, loadMore } = useAllVersions(props)
  const [from, setFrom] = useState<Which>(versions[1]?.number ?? versions[0]?.number ?? 1)
  const [to, setTo] = useState<Which>('current')
  const choices = { versions, now: list.now }

  return (
    <Modal.Root open onOpenChange={close}>
      <Modal.Content>
        <Modal.Header closeLabel={texts.close}>
          <Modal.Title>{texts.dialog}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Flex gap={3} wrap="wrap" alignItems="stretch">
              <VersionChoice label={texts.from} value={from} choose={setFrom} withCurrent={false} {...choices} />
              <VersionChoice label={texts.to} value={to} choose={setTo} withCurrent {...choices} />
            </Flex>
            <Flex gap={3} wrap="wrap" justifyContent="space-between" alignItems="flex-start">
              {list.mayRestore && typeof from === 'number' && (
                <RestoreButton
                  uid={uid}
                  documentId={documentId}
                  number={from}
                  isDrafted={list.isDrafted}
                  then={close}
                />
              )}
              {loadMore && (
                <Button variant="tertiary" onClick={loadMore}>
                  {texts.more}
                </Button>
              )}
            </Flex>
            <Comparison uid={uid} documentId={documentId} from={from} to={to} revision={revision} />
          </Flex>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
