export default [
  'strapi::logger',
  'global::chinese-errors',
  'global::numeric-ids',
  'strapi::errors',
  {
    name: 'strapi::security',
    config: { contentSecurityPolicy: { useDefaults: true, directives: { upgradeInsecureRequests: null } } },
  },
  { name: 'strapi::cors', config: { origin: [] } },
  { name: 'strapi::poweredBy', config: { poweredBy: 'dangjian-portal' } },
  'strapi::query',
  { name: 'strapi::body', config: { jsonLimit: '4mb', formLimit: '4mb', textLimit: '4mb' } },
  'strapi::session',
  { name: 'strapi::favicon', config: { path: 'src/admin/assets/favicon.png' } },
  'strapi::public',
]
