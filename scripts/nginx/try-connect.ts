import { once } from 'node:events'
import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

const ASK_AGAIN_MS = 50

/** @throws when nobody listens there within the time */
export async function tryConnect(port: number, withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs
  for (;;) {
    const socket = net.connect(port, '127.0.0.1')
    try {
      await once(socket, 'connect')
      return
    } catch (error) {
      if (Date.now() >= deadline) throw error
      await sleep(ASK_AGAIN_MS)
    } finally {
      socket.destroy()
    }
  }
}

export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as net.AddressInfo
  server.close()
  return port
}
