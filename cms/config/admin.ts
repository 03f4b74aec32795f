import { sessionLifespans } from '../src/domain/session/idle'
import { readEnvironment } from '../src/environment'

export default () => {
  const environment = readEnvironment()
  return {
    auth: { secret: environment.ADMIN_JWT_SECRET, sessions: sessionLifespans(environment.DESK_IDLE_MINUTES) },
    apiToken: { salt: environment.API_TOKEN_SALT },
    transfer: { token: { salt: environment.TRANSFER_TOKEN_SALT } },
    secrets: { encryptionKey: environment.ENCRYPTION_KEY },
    flags: { nps: false, promoteEE: false, docLinks: false },
    preview: {
      // `npm run dev` has no portal server that could show one
      enabled: environment.NODE_ENV !== 'development',
      config: {
        allowedOrigins: [new URL(environment.SITE_URL).origin],
        handler: (uid: string, asked: { documentId: string; status?: string }) =>
          strapi.service('api::preview.preview').linkFor(uid, asked),
      },
    },
  }
}
