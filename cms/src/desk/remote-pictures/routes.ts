/** Takes pictures of the public web into the media library. Who may upload may ask for it. */
import type { Core } from '@strapi/types'
import { errors } from '@strapi/utils'
import type { Context } from 'koa'
import { z } from 'zod'
import { refuse } from '../../content-api/refuse'
import { inWorkFolder } from '../../media/folders'
import { addDeskRoutes } from '../add-routes'
import { type DeskState, mayUpload, uploadFile } from '../upload-file'
import { fetchPicture, NotFetched, type Problem } from './fetch-picture'

const asked = z.object({ addresses: z.array(z.string().min(1).max(2000)).min(1).max(60) })

const problems: Record<Problem, string> = {
  ADDRESS: '地址不是公开网站上的图片。',
  INTERNAL: '图片在内部网络上，不能取回。',
  STATUS: '对方网站没有给出图片。',
  TYPE: '对方给出的不是可用的图片格式。',
  SIZE: '图片超过 20 MB。',
  UNREACHABLE: '连不上对方网站。',
}

/** Nobody waits longer for an answer; what is left can be asked for again. */
const PATIENCE_MS = 60_000
const LATER = '一次取不完，请再点一次“存入媒体库”。'

type Taken = { address: string; url: string } | { address: string; problem: string }

async function take(strapi: Core.Strapi, state: DeskState, address: string, folder: string): Promise<Taken> {
  try {
    const { name, ...file } = await fetchPicture(address, folder)
    const { url } = await uploadFile(strapi, state, { ...file, originalFilename: name })
    return { address, url }
  } catch (error) {
    if (error instanceof NotFetched) return { address, problem: problems[error.problem] }
    if (error instanceof errors.ValidationError) return { address, problem: error.message }
    throw error
  }
}

export function addRemotePictureRoutes(strapi: Core.Strapi) {
  async function handler(ctx: Context & { state: DeskState }) {
    if (!mayUpload(ctx.state)) throw new errors.ForbiddenError()
    const { success, data } = asked.safeParse((ctx.request as unknown as { body: unknown }).body)
    if (!success) return refuse('BAD_REQUEST')
    const taken: Taken[] = []
    // one after the other: a large picture takes the memory of many
    await inWorkFolder(async (folder) => {
      const end = Date.now() + PATIENCE_MS
      for (const address of new Set(data.addresses))
        taken.push(Date.now() < end ? await take(strapi, ctx.state, address, folder) : { address, problem: LATER })
    })
    ctx.body = { data: taken }
  }
  addDeskRoutes(strapi, 'remote-pictures', {
    'POST /': handler,
  })
}
