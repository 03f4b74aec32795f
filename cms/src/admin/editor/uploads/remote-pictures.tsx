/** Pictures that still lie on other people's sites: readers would not see them. */
import { Button, Flex, Typography } from '@strapi/design-system'
import { useAPIErrorHandler, useFetchClient, useNotification } from '@strapi/strapi/admin'
import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { editor as texts } from '../../texts/editor'
import { useRemotePictures } from '../toolbar/use-editor-facts'
import { replaceAddress } from './insert-files'

type Taken = { address: string; url: string } | { address: string; problem: string }

function removePictures(editor: Editor, addresses: readonly string[]) {
  const { state, view } = editor
  const tr = state.tr
  state.doc.descendants((node, pos) => {
    if (addresses.includes(node.attrs.src)) tr.delete(tr.mapping.map(pos), tr.mapping.map(pos + node.nodeSize))
  })
  view.dispatch(tr)
}

export function RemotePictures({ editor }: { editor: Editor }) {
  const addresses = useRemotePictures(editor)
  const { post } = useFetchClient()
  const { toggleNotification } = useNotification()
  const { formatAPIError } = useAPIErrorHandler()
  const [isTaking, setTaking] = useState(false)
  if (addresses.length === 0) return null

  async function take() {
    setTaking(true)
    try {
      const { data } = await post<{ data: Taken[] }>('/admin/remote-pictures', { addresses })
      const problems = data.data.flatMap((taken) => ('problem' in taken ? [taken.problem] : []))
      for (const taken of data.data) if ('url' in taken) replaceAddress(editor, taken.address, { ...taken, name: '' })
      const count = data.data.length - problems.length
      if (count > 0) toggleNotification({ type: 'success', message: texts.remote.taken(count) })
      if (problems[0])
        toggleNotification({ type: 'warning', message: texts.remote.failed(problems.length, problems[0]) })
    } catch (error) {
      toggleNotification({ type: 'danger', message: formatAPIError(error as Parameters<typeof formatAPIError>[0]) })
    } finally {
      setTaking(false)
    }
  }

  return (
    <Flex background="warning100" padding={2} gap={2} wrap="wrap" role="status">
      <Typography variant="pi" textColor="warning700">
        {texts.remote.found(addresses.length)}
      </Typography>
      <Button size="S" loading={isTaking} onClick={take}>
        {isTaking ? texts.remote.taking : texts.remote.take}
      </Button>
      <Button size="S" variant="tertiary" disabled={isTaking} onClick={() => removePictures(editor, addresses)}>
        {texts.remote.remove}
      </Button>
    </Flex>
  )
}
