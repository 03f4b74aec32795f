import path from 'node:path'
import { MAX_REQUEST_BYTES } from '../src/domain/media/file-types'
import { readEnvironment } from '../src/environment'

const formidable = () => ({
  maxFileSize: MAX_REQUEST_BYTES,
  uploadDir: path.join(readEnvironment().DATA_DIR, 'tmp'),
})

export default () => [
  'strapi::logger',
  'global::chinese-errors',
  'global::numeric-ids',
  'strapi::errors',
  {
    name: 'strapi::security',
    config: {
      contentSecurityPolicy: { useDefaults: true, directives: { upgradeInsecureRequests: null } },
      // an upload says from which form it comes (src/media/folder-of-upload.ts); other sites are told nothing
      referrerPolicy: { policy: 'same-origin' },
    },
  },
  { name: 'strapi::cors', config: { origin: [] } },
  { name: 'strapi::poweredBy', config: { poweredBy: 'dangjian-portal' } },
  'strapi::query',
  'global::raw-notices',
  'global::multipart-by-account',
  'global::received-files',
  { name: 'strapi::body', config: { jsonLimit: '4mb', formLimit: '4mb', textLimit: '4mb', formidable: formidable() } },
  'strapi::session',
  { name: 'strapi::favicon', config: { path: 'src/admin/assets/favicon.png' } },
  'strapi::public',
  'global::audit',
]
