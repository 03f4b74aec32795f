import { readEnvironment } from '../src/environment'

const MAX_UPLOAD_BYTES = 512 * 1024 * 1024

export default () => ({
  upload: {
    config: { sizeLimit: MAX_UPLOAD_BYTES, breakpoints: {}, security: { deniedTypes: ['image/svg+xml', 'text/html'] } },
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
