/** What the people concerned are told, in the desk and by mail: what happened, and what to do. */
import type { ReviewAct } from './acts'
import { type Level, levelNames } from './levels'

type Words = { subject: string; text: string }

const called = (title: string | null) => `《${title ?? '无标题'}》`
const withNote = (note: string) => (note.trim() === '' ? '' : `\n意见：${note.trim()}`)

export const requestedWords = (title: string | null, { actor, note }: ReviewAct, next: Level): Words => ({
  subject: `待${levelNames[next]}：${called(title)}`,
  text: `${actor.name}把${called(title)}交到了${levelNames[next]}，请打开稿件，在“审核”里通过或退回。${withNote(note)}`,
})

export const passedWords = (title: string | null, { actor, level, note }: ReviewAct): Words => ({
  subject: `审核已通过：${called(title)}`,
  text: `${called(title)}的${level ? levelNames[level] : '审核'}由${actor.name}通过，各级审核已齐，可以发布了。${withNote(note)}`,
})

export const returnedWords = (title: string | null, { actor, level, note, marks }: ReviewAct): Words => ({
  subject: `被退回：${called(title)}`,
  text: `${called(title)}在${level ? levelNames[level] : '审核'}时被${actor.name}退回，请修改后重新送审。${withNote(note)}${
    marks.length > 0 ? `\n文中另有 ${marks.length} 处校对意见，打开稿件可以逐处查看。` : ''
  }`,
})

export const invalidatedWords = (title: string | null, { actor }: ReviewAct): Words => ({
  subject: `审核已失效：${called(title)}`,
  text: `${called(title)}在送审后被${actor.name}改动，已做的审核不再有效。改好后请重新送审。`,
})

export const urgentWords = (title: string | null, { actor, note }: ReviewAct): Words => ({
  subject: `紧急发布：${called(title)}`,
  text: `${called(title)}未经全部审核，由${actor.name}紧急发布。理由：${note.trim()}\n请尽快补看。`,
})

export const urgentImportWords = (name: string, count: number, reason: string): Words => ({
  subject: `导入时紧急发布了 ${count} 篇政策法规`,
  text: `${name}导入了 ${count} 篇政策法规，未经审核直接发布。理由：${reason.trim()}\n请尽快抽查。`,
})
