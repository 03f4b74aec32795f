import { z } from 'zod'
import { post } from './fields.ts'
import { files } from './media.ts'

export const micropost = z.object({
  ...post,
  text: z.string().min(1),
  pictures: files,
})
