/** A folder on another host, over SSH: nothing but an account is needed there. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { posix } from 'node:path'
import ssh2, { type SFTPWrapper, type Client as SshClient } from 'ssh2'
import type { RemoteFile, Target } from './target.ts'

const { Client } = ssh2

export type SftpSettings = {
  host: string
  port: number
  username: string
  /** absolute, without a slash at its end */
  folder: string
  privateKey: string | undefined
  password: string | undefined
  /** `SHA256:…` as `ssh-keygen -lf` prints it: the host must be the one we mean */
  hostKey: string
}

const READY_WITHIN_MS = 15_000
const KEEP_ALIVE_MS = 20_000
const NO_SUCH_FILE = 2

type Connected = { connection: SshClient; sftp: SFTPWrapper }
type Callback = (error?: Error | null) => void

const fingerprintOf = (key: Buffer) => `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`
const isSame = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
const isMissing = (error: unknown) => (error as { code?: unknown }).code === NO_SUCH_FILE

const done = (start: (callback: Callback) => void) =>
  new Promise<void>((resolve, reject) => start((error) => (error ? reject(error) : resolve())))

function connect({ host, port, username, privateKey, password, hostKey }: SftpSettings): Promise<Connected> {
  const connection = new Client()
  return new Promise((resolve, reject) => {
    connection.on('error', reject)
    connection.on('close', () => reject(new Error('the host closed the connection')))
    connection.on('ready', () => {
      connection.setNoDelay(true)
      connection.sftp((error, sftp) => (error ? reject(error) : resolve({ connection, sftp })))
    })
    connection.connect({
      ...{ host, port, username, privateKey, password },
      hostVerifier: (key: Buffer) => isSame(fingerprintOf(key), hostKey),
      readyTimeout: READY_WITHIN_MS,
      keepaliveInterval: KEEP_ALIVE_MS,
    })
  })
}

/** Replaces in one step; a host without this extension takes the old file away for a moment. */
async function replace(sftp: SFTPWrapper, from: string, to: string) {
  try {
    await done((callback) => sftp.ext_openssh_rename(from, to, callback))
  } catch {
    await done((callback) => sftp.unlink(to, callback)).catch(() => undefined)
    await done((callback) => sftp.rename(from, to, callback))
  }
}

export function createSftpTarget(settings: SftpSettings): Target {
  const { host, port, username, folder } = settings
  const made = new Map<string, Promise<void>>()
  let connected: Promise<Connected> | null = null

  /** One connection for all; the next call after its end opens a new one. */
  async function open(): Promise<SFTPWrapper> {
    connected ??= connect(settings)
    const mine = connected
    const forget = () => {
      if (connected === mine) connected = null
      made.clear()
    }
    try {
      const { connection, sftp } = await mine
      if (connection.listenerCount('end') === 0) connection.on('end', forget).on('close', forget)
      return sftp
    } catch (error) {
      forget()
      throw error
    }
  }

  /** Its parents first; several files may want the same folder at once. */
  function makeFolder(sftp: SFTPWrapper, wanted: string): Promise<void> {
    const known = made.get(wanted)
    if (known || wanted === '/' || wanted === '.') return known ?? Promise.resolve()
    const making = (async () => {
      await makeFolder(sftp, posix.dirname(wanted))
      await done((callback) => sftp.mkdir(wanted, callback)).catch(async (error: unknown) => {
        await done((callback) => sftp.stat(wanted, callback)).catch(() => {
          throw error
        })
      })
    })()
    made.set(wanted, making)
    return making
  }

  return {
    name: `sftp://${username}@${host}:${port}${folder}`,
    async put({ path, source }: RemoteFile) {
      const sftp = await open()
      const file = posix.join(folder, path)
      const temporary = `${file}.uploading`
      await makeFolder(sftp, posix.dirname(file))
      await done((callback) => sftp.fastPut(source, temporary, callback))
      await replace(sftp, temporary, file)
    },
    async remove(path) {
      const sftp = await open()
      await done((callback) => sftp.unlink(posix.join(folder, path), callback)).catch((error: unknown) => {
        if (!isMissing(error)) throw error
      })
      for (let parent = posix.dirname(path); parent !== '.'; parent = posix.dirname(parent)) {
        const place = posix.join(folder, parent)
        const isEmpty = await done((callback) => sftp.rmdir(place, callback)).then(
          () => true,
          () => false,
        )
        if (!isEmpty) return
        made.delete(place)
      }
    },
    async close() {
      const last = await connected?.catch(() => null)
      connected = null
      last?.connection.end()
    },
  }
}
