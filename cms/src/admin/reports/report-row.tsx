import { Box, Button, Dialog, Field, Flex, Link, Textarea, Typography } from '@strapi/design-system'
import { ConfirmDialog } from '@strapi/strapi/admin'
import { useState } from 'react'
import { EditLink } from '../publication/edit-link'
import { instantWords } from '../publication/words'
import { reports as texts } from '../texts/reports'
import type { Report } from './answers'
import { useReportAct } from './use-report-act'

const LONGEST_NOTE = 500

const Words = ({ label, children }: { label: string; children: string }) =>
  children === '' ? null : (
    <Typography tag="p" variant="pi" textColor="neutral700">
      {label}
      {children}
    </Typography>
  )

function Where({ report, siteUrl }: { report: Report; siteUrl: string }) {
  const { title, address, document, at } = report
  return (
    <Flex gap={3} justifyContent="space-between" alignItems="baseline" wrap="wrap">
      <Flex gap={3} wrap="wrap">
        {document ? (
          <EditLink document={{ ...document, title }} />
        ) : (
          <Typography fontWeight="semiBold">{title}</Typography>
        )}
        <Link href={siteUrl + address} isExternal aria-label={`${texts.openPage}：${title}${texts.inPortal}`}>
          {texts.openPage}
        </Link>
      </Flex>
      <Typography variant="pi" textColor="neutral600">
        {instantWords(new Date(at), new Date())}
      </Typography>
    </Flex>
  )
}

type Acts = ReturnType<typeof useReportAct>

function OpenActs({ markDone, isBusy }: Acts) {
  const [note, setNote] = useState('')
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Field.Root width="100%">
        <Field.Label>{texts.note}</Field.Label>
        <Textarea
          value={note}
          maxLength={LONGEST_NOTE}
          rows={2}
          onChange={({ target }: { target: { value: string } }) => setNote(target.value)}
        />
      </Field.Root>
      <Button loading={isBusy} onClick={() => markDone(note)}>
        {texts.markDone}
      </Button>
    </Flex>
  )
}

const Removal = ({ remove, isBusy }: Acts) => (
  <Dialog.Root>
    <Dialog.Trigger>
      <Button variant="danger-light" disabled={isBusy}>
        {texts.remove}
      </Button>
    </Dialog.Trigger>
    <ConfirmDialog onConfirm={remove}>{texts.askRemove}</ConfirmDialog>
  </Dialog.Root>
)

export function ReportRow({ report, siteUrl, onChanged }: { report: Report; siteUrl: string; onChanged: () => void }) {
  const acts = useReportAct(report.id, onChanged)
  const { problem, quote, contact, note, done } = report
  return (
    <Box tag="li" background="neutral0" padding={5} hasRadius shadow="tableShadow" style={{ overflowWrap: 'anywhere' }}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Where report={report} siteUrl={siteUrl} />
        <Typography tag="p" style={{ whiteSpace: 'pre-wrap' }}>
          {problem}
        </Typography>
        <Words label={texts.quote}>{quote}</Words>
        <Words label={texts.contact}>{contact}</Words>
        {done ? (
          <>
            <Typography variant="pi" textColor="neutral600">
              {texts.doneBy(done.by, instantWords(new Date(done.at), new Date()))}
              {note && `：${note}`}
            </Typography>
            <Flex gap={2}>
              <Button variant="tertiary" loading={acts.isBusy} onClick={acts.reopen}>
                {texts.reopen}
              </Button>
              <Removal {...acts} />
            </Flex>
          </>
        ) : (
          <Flex gap={2} alignItems="flex-end" justifyContent="space-between">
            <Box flex="1">
              <OpenActs {...acts} />
            </Box>
            <Removal {...acts} />
          </Flex>
        )}
      </Flex>
    </Box>
  )
}
