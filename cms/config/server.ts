import path from 'node:path'
import { readEnvironment } from '../src/environment'

export default () => {
  const environment = readEnvironment()
  return {
    host: environment.HOST,
    port: environment.CMS_PORT,
    url: environment.CMS_PUBLIC_URL ?? '',
    // a public address means a reverse proxy in front: its word on protocol and caller counts
    proxy: { koa: environment.CMS_PUBLIC_URL !== undefined },
    app: { keys: environment.APP_KEYS.split(',') },
    dirs: { public: path.join(environment.DATA_DIR, 'public') },
    logger: { updates: { enabled: false }, startup: { enabled: environment.NODE_ENV === 'development' } },
    webhooks: { populateRelations: false },
  }
}
