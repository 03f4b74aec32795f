/** Where a copy of the live tree goes: a bucket or another host. */

export type RemoteFile = {
  /** relative to the tree's root, with slashes */
  path: string
  /** a local file with the content; it does not change while it is sent */
  source: string
  /** bytes */
  size: number
  contentType: string
  cacheControl: string
  /** the address a redirect page leads to; null for every other file */
  redirectsTo: string | null
}

/** Each call may be made again after a failure; `put` replaces, `remove` of what is not there is no error. */
export type Target = {
  /** how it is named in logs and messages, without secrets */
  name: string
  put: (file: RemoteFile) => Promise<void>
  remove: (path: string) => Promise<void>
  close: () => Promise<void>
}
