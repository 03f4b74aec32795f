import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { portSentence, requireFreePort, tryListen } from './ports.ts'

const HOST = '127.0.0.1'
let server: net.Server
let port: number

beforeEach(async () => {
  server = net.createServer().listen(0, HOST)
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterEach(() => {
  if (server.listening) server.close()
})

describe('a port', () => {
  it('in use is refused with its number, its setting and a way out', async () => {
    await expect(requireFreePort({ variable: 'SITE_PORT', host: HOST, port }, 0)).rejects.toThrow(
      `端口 ${port} 已被占用：请停掉占用它的程序，或用 SITE_PORT 换一个端口，例如 SITE_PORT=${port + 1} npm start。`,
    )
  })

  it('that becomes free in time will do', async () => {
    const waiting = requireFreePort({ variable: 'CMS_PORT', host: HOST, port }, 5000)
    server.close()
    await expect(waiting).resolves.toBeUndefined()
    expect(await tryListen(HOST, port)).toBeNull()
  })

  it('on an address of another machine is refused', async () => {
    expect(await tryListen('203.0.113.1', 0)).toBe('EADDRNOTAVAIL')
  })

  it.each([
    ['EACCES', '没有权限使用端口 80'],
    ['EADDRNOTAVAIL', '请检查设置 HOST'],
    ['EINVAL', 'EINVAL'],
  ])('%s has its sentence', (code, words) => {
    expect(portSentence({ variable: 'SITE_PORT', host: HOST, port: 80 }, code)).toContain(words)
  })
})
