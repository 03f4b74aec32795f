/** All findings of a form: what must be mended first, then what should be looked at. */
import { Flex, Status, Typography } from '@strapi/design-system'
import { useForm, useNotification } from '@strapi/strapi/admin'
import { useMemo } from 'react'
import type { CheckedKind } from '../../domain/checks/fields'
import type { Finding } from '../../domain/checks/finding'
import { checks as texts } from '../texts/checks'
import { FindingItem } from './finding-item'
import { askedForm, replaceQuote } from './form-state'
import { useFindings } from './use-findings'

const MAX_SHOWN = 30
/** a long list leaves room for the panels below */
const LIST_STYLE = { maxHeight: '60vh', overflowY: 'auto' } as const

type Values = Record<string, unknown>
type Props = { uid: string; kind: CheckedKind; documentId: string | null }

function useReplace() {
  const { toggleNotification } = useNotification()
  const values = useForm('ChecksReplace', (form) => form.values as Values)
  const onChange = useForm('ChecksReplace', (form) => form.onChange)
  return ({ field, place, suggestion }: Finding) => {
    const text = values[field]
    if (typeof text !== 'string' || !place || suggestion === null) return
    const replaced = replaceQuote(text, place, suggestion)
    if (replaced === null) return toggleNotification({ type: 'warning', message: texts.changedMeanwhile })
    onChange(field, replaced)
    toggleNotification({ type: 'success', message: texts.replaced })
  }
}

type GroupProps = {
  kind: CheckedKind
  findings: Finding[]
  title: string
  hint: string
  onReplace: ((finding: Finding) => void) | null
}

function Group({ kind, findings, title, hint, onReplace }: GroupProps) {
  if (findings.length === 0) return null
  const isBlocking = findings[0].severity === 'block'
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <Status variant={isBlocking ? 'danger' : 'warning'} size="S" display="inline-block">
        <Typography tag="span" variant="omega" fontWeight="bold">
          {title}
        </Typography>
      </Status>
      <Typography variant="pi" textColor="neutral600">
        {hint}
      </Typography>
      <Flex tag="ul" aria-label={title} direction="column" alignItems="stretch" gap={2} width="100%" style={LIST_STYLE}>
        {findings.slice(0, MAX_SHOWN).map((finding) => (
          <FindingItem
            key={`${finding.code} ${finding.field} ${finding.place?.start ?? finding.message}`}
            {...{ kind, finding, onReplace }}
          />
        ))}
      </Flex>
      {findings.length > MAX_SHOWN && (
        <Typography variant="pi" textColor="neutral600">
          {texts.more(findings.length - MAX_SHOWN)}
        </Typography>
      )}
    </Flex>
  )
}

export function Findings({ uid, kind, documentId }: Props) {
  const values = useForm('Checks', (form) => form.values as Values)
  const isDisabled = useForm('Checks', (form) => form.disabled)
  const asked = useMemo(() => JSON.stringify(askedForm(kind, documentId, values)), [kind, documentId, values])
  const { findings, isChecking, isLost } = useFindings(uid, asked)
  const replace = useReplace()
  const onReplace = isDisabled ? null : replace
  const of = (severity: Finding['severity']) => (findings ?? []).filter((finding) => finding.severity === severity)
  const [blocking, warnings] = [of('block'), of('warn')]
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%" aria-live="polite" aria-busy={isChecking}>
      {findings?.length === 0 && !isLost && (
        <Status variant="success" size="S" display="inline-block">
          <Typography tag="span" variant="omega" fontWeight="bold">
            {texts.none}
          </Typography>
        </Status>
      )}
      <Group title={texts.block(blocking.length)} hint={texts.blockHint} findings={blocking} {...{ kind, onReplace }} />
      <Group title={texts.warn(warnings.length)} hint={texts.warnHint} findings={warnings} {...{ kind, onReplace }} />
      {(isLost || (isChecking && findings === null)) && (
        <Typography variant="pi" textColor="neutral600">
          {isLost ? texts.lost : texts.checking}
        </Typography>
      )}
    </Flex>
  )
}
