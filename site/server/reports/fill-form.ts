/** The form of the live tree with what somebody typed and what is wrong with it. Its fields are known by name, its messages by id. */
import type { FieldName, Fields, Problems } from './report.ts'

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const inInput = (html: string, name: string, value: string) =>
  html.replace(new RegExp(`(<input[^>]* name="${name}"[^>]*?)(?: value(?:="[^"]*")?)?>`), (_whole, start: string) => {
    return `${start} value="${escapeHtml(value)}">`
  })

const inText = (html: string, name: string, value: string) =>
  html.replace(new RegExp(`(<textarea[^>]* name="${name}"[^>]*>)[^<]*`), (_whole, start: string) => {
    // a line feed right behind the tag would be swallowed
    return `${start}\n${escapeHtml(value)}`
  })

const withMessage = (html: string, id: string, message: string) =>
  html.replace(
    new RegExp(`(<(?:p|span)[^>]* id="${id}-error"[^>]*?) hidden(?:="")?>`),
    (_whole, start: string) => `${start}>${escapeHtml(message)}`,
  )

const asInvalid = (html: string, name: FieldName) =>
  html.replace(new RegExp(`<(input|textarea)(?=[^>]* name="${name}")`), '<$1 aria-invalid="true"')

export type Filling = { fields: Fields; ticket: string; problems?: Problems; message?: string }

export function fillForm(form: string, { fields, ticket, problems = {}, message }: Filling): string {
  let html = inInput(inInput(form, 'page', fields.page), 'contact', fields.contact)
  html = inInput(inText(inText(html, 'problem', fields.problem), 'quote', fields.quote), 'ticket', ticket)
  for (const [name, problem] of Object.entries(problems) as [FieldName, string][])
    html = asInvalid(withMessage(html, name, problem), name)
  return message === undefined ? html : withMessage(html, 'form', message)
}
