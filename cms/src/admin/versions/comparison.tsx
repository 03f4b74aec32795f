/** Two versions of one document, side by side in words. `current` is what was saved last. */
import { Typography } from '@strapi/design-system'
import { useMemo } from 'react'
import { compareSnapshots } from '../../domain/versions/compare'
import { enumerations } from '../texts/enumerations'
import { versions as texts } from '../texts/versions'
import type { Current, FullVersion } from './answers'
import { Changes } from './changes'
import { useAsked } from './use-asked'

export type Which = number | 'current'

type Props = { uid: string; documentId: string; from: Which; to: Which; revision: string }

export function Comparison({ uid, documentId, from, to, revision }: Props) {
  const pathOf = (which: Which) => `/admin/versions/${uid}/${documentId}/${which}`
  const before = useAsked<FullVersion | Current>(pathOf(from), revision)
  const after = useAsked<FullVersion | Current>(pathOf(to), revision)
  const changes = useMemo(() => {
    if (!before.answer || !after.answer) return null
    const titles = { ...before.answer.titles, ...after.answer.titles }
    const dictionary = { titles, choices: enumerations }
    return compareSnapshots(before.answer.snapshot, after.answer.snapshot, after.answer.fields, dictionary)
  }, [before.answer, after.answer])

  if (before.isLost || after.isLost) return <Typography textColor="danger600">{texts.failed}</Typography>
  if (!changes) return <Typography textColor="neutral600">{texts.loading}</Typography>
  return <Changes changes={changes} fieldCount={after.answer?.fields.length ?? 0} />
}
