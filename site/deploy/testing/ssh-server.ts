/** A real SSH server with SFTP over a scratch folder, one account and one password. */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import ssh2, { type Connection, type SFTPWrapper } from 'ssh2'
import type { SftpSettings } from '../sftp-target.ts'

const { Server, utils } = ssh2
const { STATUS_CODE, OPEN_MODE } = utils.sftp

export const account = { username: 'www', password: 'correct horse' }

const attributesOf = ({ mode, uid, gid, size, atimeMs, mtimeMs }: fs.Stats) => ({
  ...{ mode, uid, gid, size },
  atime: Math.floor(atimeMs / 1000),
  mtime: Math.floor(mtimeMs / 1000),
})

function serveFiles(sftp: SFTPWrapper, root: string) {
  const open = new Map<number, number>()
  const place = (wanted: string) => path.join(root, path.posix.normalize(`/${wanted}`))
  const answer = (id: number, work: () => void) => {
    try {
      work()
      sftp.status(id, STATUS_CODE.OK)
    } catch (error) {
      const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
      sftp.status(id, isMissing ? STATUS_CODE.NO_SUCH_FILE : STATUS_CODE.FAILURE)
    }
  }
  const tell = (id: number, wanted: string) => {
    const stats = fs.lstatSync(place(wanted), { throwIfNoEntry: false })
    if (stats) sftp.attrs(id, attributesOf(stats))
    else sftp.status(id, STATUS_CODE.NO_SUCH_FILE)
  }
  sftp.on('REALPATH', (id, wanted) => {
    const name = path.posix.normalize(`/${wanted}`)
    sftp.name(id, [{ filename: name, longname: name, attrs: { mode: 0, uid: 0, gid: 0, size: 0, atime: 0, mtime: 0 } }])
  })
  sftp.on('STAT', tell)
  sftp.on('LSTAT', tell)
  sftp.on('MKDIR', (id, wanted) => answer(id, () => fs.mkdirSync(place(wanted))))
  sftp.on('RMDIR', (id, wanted) => answer(id, () => fs.rmdirSync(place(wanted))))
  sftp.on('REMOVE', (id, wanted) => answer(id, () => fs.unlinkSync(place(wanted))))
  sftp.on('RENAME', (id, from, to) =>
    answer(id, () => {
      if (fs.existsSync(place(to))) throw new Error('the old protocol does not replace')
      fs.renameSync(place(from), place(to))
    }),
  )
  sftp.on('OPEN', (id, wanted, flags) => {
    if (!(flags & OPEN_MODE.WRITE)) return sftp.status(id, STATUS_CODE.OP_UNSUPPORTED)
    const descriptor = fs.openSync(place(wanted), 'w')
    open.set(descriptor, descriptor)
    const handle = Buffer.alloc(4)
    handle.writeUInt32BE(descriptor)
    sftp.handle(id, handle)
  })
  sftp.on('WRITE', (id, handle, offset, data) =>
    answer(id, () => fs.writeSync(handle.readUInt32BE(), data, 0, data.length, offset)),
  )
  sftp.on('FSETSTAT', (id) => sftp.status(id, STATUS_CODE.OK))
  sftp.on('CLOSE', (id, handle) =>
    answer(id, () => {
      open.delete(handle.readUInt32BE())
      fs.closeSync(handle.readUInt32BE())
    }),
  )
  sftp.on('close', () => {
    for (const descriptor of open.keys()) fs.closeSync(descriptor)
  })
}

export async function startSshServer(root: string) {
  const { private: hostKey, public: publicKey } = utils.generateKeyPairSync('ed25519')
  const keyBytes = Buffer.from(publicKey.split(' ')[1] ?? '', 'base64')
  const connections = new Set<Connection>()
  const server = new Server({ hostKeys: [hostKey] }, (connection) => {
    connections.add(connection)
    // known to ssh2, missing in its types
    ;(connection as unknown as { setNoDelay: (on: boolean) => void }).setNoDelay(true)
    connection.on('error', () => undefined)
    connection.on('close', () => connections.delete(connection))
    connection.on('authentication', (context) => {
      const isKnown =
        context.method === 'password' && context.username === account.username && context.password === account.password
      if (isKnown) context.accept()
      else context.reject(['password'])
    })
    connection.on('session', (accept) => {
      accept().on('sftp', (acceptSftp) => serveFiles(acceptSftp(), root))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const settings: SftpSettings = {
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    folder: '/www',
    privateKey: undefined,
    hostKey: `SHA256:${createHash('sha256').update(keyBytes).digest('base64').replace(/=+$/, '')}`,
    ...account,
  }
  return {
    settings,
    dropConnections() {
      for (const connection of connections) connection.end()
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
