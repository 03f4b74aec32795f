/** Proofreading: what a reviewer marks in the text, and how others get to the place. */
import {
  Button,
  Field,
  Flex,
  IconButton,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system'
import { ArrowRight, Plus, Trash } from '@strapi/icons'
import { useNotification } from '@strapi/strapi/admin'
import { useEffect, useRef } from 'react'
import { type Mark, type MarkType, markTypes } from '../../domain/review/acts'
import { review as texts } from '../texts/review'
import { goToPlace, type Place, selectedPlace, watchSelection } from './places'

const types = Object.keys(markTypes) as MarkType[]

function GoTo({ mark }: { mark: Mark }) {
  const { toggleNotification } = useNotification()
  const go = () => {
    if (!goToPlace(mark)) toggleNotification({ type: 'warning', message: texts.notFound })
  }
  return (
    <Button variant="ghost" size="S" endIcon={<ArrowRight />} onClick={go}>
      {texts.goTo}
    </Button>
  )
}

const Quote = ({ quote }: { quote: string }) => (
  <Typography tag="q" variant="pi" fontWeight="bold" textColor="neutral800">
    {quote}
  </Typography>
)

/** Marks that somebody left. */
export function MarkList({ marks }: { marks: readonly Mark[] }) {
  if (marks.length === 0) return null
  return (
    <Flex tag="ol" direction="column" alignItems="stretch" gap={2} width="100%">
      {marks.map((mark) => (
        <Flex
          key={`${mark.type} ${mark.prefix} ${mark.quote} ${mark.comment}`}
          tag="li"
          direction="column"
          alignItems="flex-start"
          gap={1}
          background="neutral100"
          hasRadius
          padding={2}
          style={{ overflowWrap: 'anywhere' }}
        >
          <Flex justifyContent="space-between" width="100%">
            <Typography variant="pi" textColor="danger600" fontWeight="bold">
              {texts.marks[mark.type]}
            </Typography>
            {mark.quote !== '' && <GoTo mark={mark} />}
          </Flex>
          {mark.quote !== '' && <Quote quote={mark.quote} />}
          {mark.comment !== '' && (
            <Typography variant="pi" textColor="neutral800">
              {mark.comment}
            </Typography>
          )}
        </Flex>
      ))}
    </Flex>
  )
}

type EditorProps = { marks: Mark[]; onChange: (marks: Mark[]) => void }

/** Which field had the focus last: pressing a button takes it away. */
function useLastField() {
  const last = useRef<Element | null>(null)
  useEffect(() => {
    const remember = (event: FocusEvent) => {
      const element = event.target as Element | null
      if (element?.closest('form') && element.matches('input, textarea, [contenteditable]')) last.current = element
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [])
  return last
}

export function MarkEditor({ marks, onChange }: EditorProps) {
  const { toggleNotification } = useNotification()
  const lastField = useLastField()
  const inText = useRef<Place | null>(null)
  useEffect(
    () =>
      watchSelection((place) => {
        inText.current = place
      }),
    [],
  )
  const change = (index: number, changed: Partial<Mark>) =>
    onChange(marks.map((mark, at) => (at === index ? { ...mark, ...changed } : mark)))
  const add = () => {
    const place = selectedPlace(lastField.current) ?? inText.current
    if (!place) return toggleNotification({ type: 'warning', message: texts.nothingSelected })
    onChange([...marks, { type: 'typo', comment: '', ...place }])
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <Typography variant="sigma" textColor="neutral600" tag="h3">
        {texts.proofreading}
      </Typography>
      {marks.map((mark, index) => (
        <Flex
          key={index}
          direction="column"
          alignItems="stretch"
          gap={2}
          background="neutral100"
          hasRadius
          padding={2}
          style={{ overflowWrap: 'anywhere' }}
        >
          <Flex justifyContent="space-between" gap={2} alignItems="flex-start">
            <Quote quote={mark.quote} />
            <IconButton label={texts.removeMark} variant="ghost" onClick={() => onChange(marks.toSpliced(index, 1))}>
              <Trash />
            </IconButton>
          </Flex>
          <SingleSelect
            aria-label={texts.markType}
            size="S"
            value={mark.type}
            onChange={(type) => change(index, { type: type as MarkType })}
          >
            {types.map((type) => (
              <SingleSelectOption key={type} value={type}>
                {texts.marks[type]}
              </SingleSelectOption>
            ))}
          </SingleSelect>
          <Field.Root name={`mark-${index}`}>
            <TextInput
              size="S"
              aria-label={texts.markComment}
              placeholder={texts.markComment}
              value={mark.comment}
              onChange={({ target }: { target: { value: string } }) => change(index, { comment: target.value })}
            />
          </Field.Root>
        </Flex>
      ))}
      <Button
        variant="tertiary"
        size="S"
        startIcon={<Plus />}
        // the selection in the text must outlive the press
        onMouseDown={(event: { preventDefault: () => void }) => event.preventDefault()}
        onClick={add}
      >
        {texts.addMark}
      </Button>
      <Typography variant="pi" textColor="neutral600">
        {texts.markHint}
      </Typography>
    </Flex>
  )
}
