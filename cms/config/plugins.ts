import { maxBytes } from '../src/domain/media/file-types'
import { readEnvironment } from '../src/environment'

export default () => ({
  upload: {
    // what may come in is decided in src/media, by content; an empty list here keeps Strapi from guessing by name
    config: { sizeLimit: maxBytes.video, breakpoints: {}, security: { deniedTypes: [] } },
  },
  'users-permissions': {
    config: {
      jwtSecret: readEnvironment().JWT_SECRET,
      // sessions are ours (src/accounts): the plugin's would hand out refresh tokens in bodies, and log two tabs out
      jwtManagement: 'legacy-support',
      jwt: { expiresIn: '10m' },
      register: { allowedFields: [] },
    },
  },
  'content-releases': { enabled: false },
  'review-workflows': { enabled: false },
  cloud: { enabled: false },
})
