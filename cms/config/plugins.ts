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
      jwtManagement: 'refresh',
      register: { allowedFields: [] },
    },
  },
  'content-releases': { enabled: false },
  'review-workflows': { enabled: false },
  cloud: { enabled: false },
})
