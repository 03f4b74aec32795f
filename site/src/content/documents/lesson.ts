import { z } from 'zod'
import { documentId, post, text } from './fields.ts'
import { file, files } from './media.ts'

export const lesson = z.object({
  ...post,
  title: z.string().min(1),
  topic: documentId.nullable(),
  lecturer: text,
  cover: file,
  video: file,
  audio: file,
  /** the lesson as PDF */
  handout: file,
  captions: file,
  durationSeconds: z.number().int().nonnegative().nullable(),
  classHours: z.number().nonnegative().nullable(),
  /** one a line: when it begins, what it is about */
  chapters: text.default(null),
  body: text,
  transcript: text,
  attachments: files,
})
