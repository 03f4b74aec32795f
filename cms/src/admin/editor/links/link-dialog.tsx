/** A link: to another post, found by its title, or to an address. */
import { Button, Field, Modal, TextInput } from '@strapi/design-system'
import type { Editor } from '@tiptap/core'
import { type KeyboardEvent, useState } from 'react'
import { editor as texts } from '../../texts/editor'
import { PostSearch } from './post-search'
import { linkAt, putLink, removeLink } from './put-link'

const ADDRESS = /^(?:https?:\/\/[^\s/]+\.?[^\s]*|mailto:[^\s@]+@[^\s@]+|tel:[+\d-]+|\/(?!\/)\S*)$/i

const complete = (address: string) =>
  /^(?:www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/|$))/i.test(address) ? `https://${address}` : address

export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const current = linkAt(editor)
  const [address, setAddress] = useState(current.startsWith('/go/') ? '' : current)
  const [isInvalid, setInvalid] = useState(false)

  function put(href: string, title: string) {
    putLink(editor, href, title)
    onClose()
  }
  function putAddress() {
    const href = complete(address.trim())
    if (!ADDRESS.test(href)) return setInvalid(true)
    put(href, href)
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter') return
    event.preventDefault()
    putAddress()
  }

  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => isOpen || onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{texts.links.title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <PostSearch onChoose={({ href, title }) => put(href, title)} />
          <Field.Root
            name="address"
            hint={texts.links.addressHint}
            error={isInvalid ? texts.links.invalid : undefined}
            paddingTop={5}
          >
            <Field.Label>{texts.links.address}</Field.Label>
            <TextInput
              value={address}
              placeholder="https://"
              onKeyDown={onKeyDown}
              onChange={(event: { target: { value: string } }) => {
                setAddress(event.target.value)
                setInvalid(false)
              }}
            />
            <Field.Hint />
            <Field.Error />
          </Field.Root>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {texts.links.cancel}
          </Button>
          {current !== '' && (
            <Button
              variant="danger-light"
              onClick={() => {
                removeLink(editor)
                onClose()
              }}
            >
              {texts.links.remove}
            </Button>
          )}
          <Button onClick={putAddress} disabled={address.trim() === ''}>
            {texts.links.insert}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  )
}
