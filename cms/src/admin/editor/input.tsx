/** The field in a form, with label, hint and error as Strapi's own. */
import { Box, Field } from '@strapi/design-system'
import { useField } from '@strapi/strapi/admin'
import type { ReactNode } from 'react'
import { useParams } from 'react-router-dom'
import { isSetAsLetter } from './portal/letter'
import { RichEditor } from './rich-editor'

type Props = {
  name: string
  label: string
  hint?: ReactNode
  required?: boolean
  disabled?: boolean
  labelAction?: ReactNode
}

export function MarkdownInput({ name, label, hint, required, disabled = false, labelAction }: Props) {
  const { slug: uid = '' } = useParams()
  const { value, error, onChange } = useField<string | null>(name)
  return (
    <Field.Root name={name} hint={hint} error={error} required={required}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <Box paddingTop={1}>
        <RichEditor
          name={name}
          label={label}
          value={value ?? ''}
          isDisabled={disabled}
          hasError={Boolean(error)}
          isLetter={isSetAsLetter(uid, name)}
          onChange={(text) => onChange(name, text)}
        />
      </Box>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  )
}
