/** The portal behind a door that can be shut: to the browser and its service worker, that is no network. */
import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'

export async function openDoor(portalUrl: string) {
  const { hostname, port: portalPort } = new URL(portalUrl)
  const pass = (request: http.IncomingMessage, response: http.ServerResponse) => {
    const { method, url: path, headers } = request
    const target = { hostname, port: portalPort, method, path, headers, agent: false }
    const passed = http.request(target, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    passed.once('error', () => response.destroy())
    request.pipe(passed)
  }
  let server = http.createServer(pass)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  const shut = async () => {
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
  }
  return {
    // a page of one's own machine counts as secure
    url: `http://127.0.0.1:${port}`,
    shut,
    openAgain: async () => {
      server = http.createServer(pass)
      server.listen(port, '127.0.0.1')
      await once(server, 'listening')
    },
    remove: async () => {
      if (server.listening) await shut()
    },
  }
}
export type Door = Awaited<ReturnType<typeof openDoor>>
