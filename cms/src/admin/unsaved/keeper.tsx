/** Keeps what is typed on this device, says so, and offers what an earlier visit left behind. */
import { Typography } from '@strapi/design-system'
import { useAuth } from '@strapi/strapi/admin'
import { useState } from 'react'
import { instantWords } from '../publication/words'
import { unsaved as texts } from '../texts/unsaved'
import { newFormName } from './live-forms'
import { RecoveryDialog } from './recovery-dialog'
import { useAutosave } from './use-autosave'
import { useLeftBehind } from './use-left-behind'

type Props = { model: string; documentId: string | null; isSingle: boolean; savedAt: string | null }

function Keeper({ account, model, documentId, isSingle, savedAt }: Props & { account: number }) {
  const [key] = useState(() => `${account}|${model}|${documentId ?? ''}|${newFormName()}`)
  const kept = useAutosave({ key, account, model, documentId, isSingle, base: savedAt })
  const { left, settle } = useLeftBehind({ account, model, documentId, ownKey: key })
  return (
    <>
      {kept && (
        <Typography variant="pi" textColor={kept.isKept ? 'neutral600' : 'danger600'} aria-live="polite">
          {kept.isKept ? texts.kept(instantWords(new Date(kept.at), new Date())) : texts.notKept}
        </Typography>
      )}
      {left && <RecoveryDialog key={left.key} left={left} savedAt={savedAt} settle={settle} />}
    </>
  )
}

export function UnsavedKeeper(props: Props) {
  const account = useAuth('UnsavedKeeper', ({ user }) => user?.id)
  return account === undefined ? null : <Keeper {...props} account={Number(account)} />
}
