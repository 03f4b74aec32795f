/** The audit log as a table for people: what an export holds. */
import { wordsOfAct } from './acts'
import { inBeijing } from './beijing-days'
import type { AuditRow } from './entry'
import { actorWords, reasonOf, resultWords } from './words'

type Column = { title: string; width: number; value: (row: AuditRow, typeWords: (uid: string) => string) => string }

const wordOf = (words: Record<string, string>, code: string) => words[code] ?? code

export const columns: Column[] = [
  { title: '序号', width: 8, value: ({ sequence }) => String(sequence) },
  { title: '时间（北京）', width: 20, value: ({ at_ms }) => inBeijing(new Date(at_ms)) },
  { title: '操作人', width: 14, value: ({ actor_name, actor_kind }) => actor_name ?? wordOf(actorWords, actor_kind) },
  { title: '邮箱', width: 26, value: ({ actor_email }) => actor_email ?? '' },
  { title: '角色', width: 14, value: ({ roles, actor_kind }) => roles ?? wordOf(actorWords, actor_kind) },
  { title: '地址（IP）', width: 16, value: ({ ip }) => ip ?? '' },
  { title: '操作', width: 16, value: ({ act }) => wordsOfAct(act) },
  { title: '对象类型', width: 14, value: ({ subject_uid }, typeWords) => (subject_uid ? typeWords(subject_uid) : '') },
  { title: '对象', width: 36, value: ({ subject_title }) => subject_title ?? '' },
  { title: '对象编号', width: 26, value: ({ subject_id }) => subject_id ?? '' },
  { title: '结果', width: 10, value: ({ result }) => wordOf(resultWords, result) },
  { title: '原因', width: 30, value: ({ code }) => reasonOf(code) ?? '' },
  { title: '改动前', width: 40, value: ({ before }) => before ?? '' },
  { title: '改动后', width: 40, value: ({ after }) => after ?? '' },
  { title: '浏览器', width: 30, value: ({ user_agent }) => user_agent ?? '' },
  { title: '校验值', width: 66, value: ({ hash }) => hash },
]

/** The longest text that a cell of a spreadsheet takes. */
const MAX_CELL_CHARACTERS = 32_000

export const cellsOf = (row: AuditRow, typeWords: (uid: string) => string): string[] =>
  columns.map(({ value }) => value(row, typeWords).slice(0, MAX_CELL_CHARACTERS))
