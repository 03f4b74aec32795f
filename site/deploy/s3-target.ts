/** A bucket: Amazon S3, 阿里云 OSS, 腾讯云 COS, MinIO and whatever else speaks S3. */
import { createReadStream } from 'node:fs'
import fs from 'node:fs/promises'
import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import type { RemoteFile, Target } from './target.ts'

export type S3Settings = {
  bucket: string
  /** what stands before every key: empty, or a path without slashes at its ends */
  prefix: string
  endpoint: string | undefined
  region: string
  accessKeyId: string
  secretAccessKey: string
  /** the bucket in the path instead of in the host name, as MinIO wants it */
  pathStyle: boolean
}

const ATTEMPTS = 3
/** what fits in memory can be sent again by the client itself; a film cannot, and is taken up by the next attempt */
const HELD_BYTES = 8_000_000
const CONNECT_WITHIN_MS = 10_000
const ANSWER_WITHIN_MS = 120_000

export function createS3Target(settings: S3Settings): Target {
  const { bucket, prefix, endpoint, region, accessKeyId, secretAccessKey, pathStyle } = settings
  const client = new S3Client({
    region,
    ...(endpoint === undefined ? {} : { endpoint }),
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: pathStyle,
    maxAttempts: ATTEMPTS,
    requestHandler: { connectionTimeout: CONNECT_WITHIN_MS, requestTimeout: ANSWER_WITHIN_MS },
    // the checksums the SDK adds of its own accord are refused by many other services
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const keyOf = (path: string) => (prefix ? `${prefix}/${path}` : path)

  return {
    name: `s3://${bucket}${prefix && `/${prefix}`}`,
    async put({ path, source, size, contentType, cacheControl, redirectsTo }: RemoteFile) {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: keyOf(path),
          Body: size <= HELD_BYTES ? await fs.readFile(source) : createReadStream(source),
          ContentLength: size,
          ContentType: contentType,
          CacheControl: cacheControl,
          // a bucket that serves a site answers 301 by itself
          ...(redirectsTo === null ? {} : { WebsiteRedirectLocation: redirectsTo }),
        }),
      )
    },
    async remove(path) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: keyOf(path) }))
    },
    close: async () => client.destroy(),
  }
}
