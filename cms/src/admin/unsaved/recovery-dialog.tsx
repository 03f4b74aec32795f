/** Offers text that was left unsaved, beside what is saved. Nothing is thrown away unless somebody says so. */
import { Button, Flex, Modal, Typography } from '@strapi/design-system'
import { useForm, useNotification } from '@strapi/strapi/admin'
import { useMemo } from 'react'
import { compareSnapshots } from '../../domain/versions/compare'
import { beginWith } from '../conflicts/bases'
import { instantWords } from '../publication/words'
import { enumerations } from '../texts/enumerations'
import { unsaved as texts } from '../texts/unsaved'
import { versions as versionTexts } from '../texts/versions'
import type { Current, InWords } from '../versions/answers'
import { Changes } from '../versions/changes'
import { formSnapshot, titlesInForm } from '../versions/form-snapshot'
import { useAsked } from '../versions/use-asked'
import type { Unsaved } from './device-store'
import type { Outcome } from './use-left-behind'

type Props = {
  left: Unsaved
  /** of what the form shows now */
  savedAt: string | null
  settle: (key: string, outcome: Outcome) => void
}

function useComparison({ model, documentId, values }: Unsaved) {
  const path = documentId ? `${documentId}/current` : 'fields'
  const { answer, isLost } = useAsked<Current | (InWords & { snapshot?: undefined })>(
    `/admin/versions/${model}/${path}`,
  )
  const compared = useMemo(() => {
    if (!answer) return null
    const saved = answer.snapshot ?? {}
    const titles = { ...answer.titles, ...titlesInForm(values, answer.fields) }
    const typed = formSnapshot(values, answer.fields, saved)
    const changes = compareSnapshots(saved, typed, answer.fields, { titles, choices: enumerations })
    return { changes, fieldCount: answer.fields.length }
  }, [answer, values])
  return { compared, isLost }
}

export function RecoveryDialog({ left, savedAt, settle }: Props) {
  const { key, model, documentId, isSingle, values, base, keptAt } = left
  const setValues = useForm('Recovery', (form) => form.setValues)
  const { toggleNotification } = useNotification()
  const { compared, isLost } = useComparison(left)
  const instant = instantWords(new Date(keptAt), new Date())
  const isOvertaken = base !== null && savedAt !== null && base < savedAt

  const restore = () => {
    if (isOvertaken) beginWith({ model, documentId: isSingle ? null : documentId }, base)
    setValues(values)
    toggleNotification({ type: 'success', message: texts.restored })
    settle(key, 'restored')
  }

  return (
    <Modal.Root open onOpenChange={() => settle(key, 'postponed')}>
      <Modal.Content>
        <Modal.Header closeLabel={texts.later}>
          <Modal.Title>{texts.title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>
              {texts.body(instant)}
              {documentId ? texts.compare : texts.newEntry}
            </Typography>
            {isOvertaken && <Typography textColor="warning600">{texts.overtaken}</Typography>}
            {compared && <Changes {...compared} />}
            {!compared && (
              <Typography textColor="neutral600">{isLost ? versionTexts.failed : versionTexts.loading}</Typography>
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="danger-light" onClick={() => settle(key, 'discarded')}>
            {texts.discard}
          </Button>
          <Flex gap={2} wrap="wrap">
            <Button variant="tertiary" onClick={() => settle(key, 'postponed')}>
              {texts.later}
            </Button>
            <Button onClick={restore}>{texts.restore(instant)}</Button>
          </Flex>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  )
}
