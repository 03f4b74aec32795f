/** What is asked before each act. */
import type { Level } from '../../domain/review/levels'
import { review as texts } from '../texts/review'
import type { Question } from './act-dialog'
import type { ActPath } from './use-act'

export function questionOf(path: ActPath, level: Level | null, leastReason: number): Question {
  const name = level ? texts.levels[level] : ''
  switch (path) {
    case 'submit':
      return { path, title: texts.submitTitle, hint: texts.submitHint, label: texts.submitNote, confirm: texts.submit }
    case 'approve':
      return {
        ...{ path, title: texts.approveTitle(name), hint: texts.approveHint },
        ...{ label: texts.approveNote, confirm: texts.approve },
      }
    case 'return':
      return {
        ...{ path, title: texts.returnTitle(name), hint: texts.returnHint, label: texts.returnNote },
        ...{ confirm: texts.sendBack, isDangerous: true },
        least: { characters: 1, sentence: texts.returnMissing },
      }
    case 'withdraw':
      return {
        ...{ path, title: texts.withdrawTitle, hint: texts.withdrawHint },
        ...{ label: texts.withdrawNote, confirm: texts.withdraw },
      }
    case 'urgent':
      return {
        ...{ path, title: texts.urgentTitle, hint: texts.urgentHint, label: texts.urgentNote },
        ...{ confirm: texts.urgent, isDangerous: true },
        least: { characters: leastReason, sentence: texts.urgentMissing(leastReason) },
      }
    default:
      return path satisfies never
  }
}
