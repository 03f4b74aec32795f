/** Entry of the portal's server. */
import { createServer } from './app.ts'
import { readSettings } from './settings.ts'

const settings = readSettings(process.env)
const app = await createServer(settings)

for (const event of ['SIGINT', 'SIGTERM', 'disconnect'] as const) {
  process.once(event, () => {
    app.close().finally(() => {
      if (process.connected) process.disconnect()
    })
  })
}

await app.listen({ host: settings.host, port: settings.port })
