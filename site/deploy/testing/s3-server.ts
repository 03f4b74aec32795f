/** A real S3 server over a scratch folder. */
import fs from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { GetObjectCommand, HeadObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import type { S3Settings } from '../s3-target.ts'

type S3rver = new (options: object) => { run: () => Promise<AddressInfo>; close: () => Promise<void> }
const Server = createRequire(import.meta.url)('s3rver') as S3rver

const BUCKET = 'portal'
const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }

export async function startS3Server(folder: string, port = 0) {
  const directory = path.join(folder, 'buckets')
  await fs.mkdir(directory, { recursive: true })
  const server = new Server({
    port,
    address: '127.0.0.1',
    silent: true,
    directory,
    configureBuckets: [{ name: BUCKET, configs: [] }],
  })
  const address = await server.run()
  const endpoint = `http://127.0.0.1:${address.port}`
  const client = new S3Client({ region: 'us-east-1', endpoint, credentials, forcePathStyle: true, maxAttempts: 1 })
  const settings: S3Settings = {
    bucket: BUCKET,
    prefix: 'www',
    endpoint,
    region: 'us-east-1',
    pathStyle: true,
    ...credentials,
  }
  return {
    settings,
    port: address.port,
    /** path → text of every object */
    async objects(): Promise<Map<string, string>> {
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: BUCKET }))
      const keys = Contents.map(({ Key = '' }) => Key)
      const texts = keys.map(async (Key): Promise<[string, string]> => {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key }))
        return [Key.replace(/^www\//, ''), (await Body?.transformToString()) ?? '']
      })
      return new Map(await Promise.all(texts))
    },
    head: (file: string) => client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: `www/${file}` })),
    async stop() {
      client.destroy()
      await server.close()
    },
  }
}
