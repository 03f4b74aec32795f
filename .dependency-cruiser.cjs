/** Who may import whom; docs/architecture.md says it in words. */
const OURS = '^(cms|site|scripts)/'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'rules-are-pure',
      comment:
        'A rule of the CMS takes data and `now`: what it does not import it cannot depend on, and a table proves it.',
      severity: 'error',
      from: { path: '^cms/src/domain/', pathNot: '\\.test\\.ts$' },
      to: { path: [OURS, '@strapi/', 'knex'], pathNot: '^cms/src/domain/' },
    },
    {
      name: 'stores-know-only-rules',
      comment: 'SQL on one side, values of the domain on the other: a store that calls use cases would close a circle.',
      severity: 'error',
      from: { path: '^cms/src/stores/' },
      to: { path: OURS, pathNot: '^cms/src/(stores|domain)/' },
    },
    {
      name: 'use-cases-rest-on-rules-and-stores',
      comment:
        'Rooms of Strapi do not reach into each other; what they share is a rule, a store or the public read API.',
      severity: 'error',
      from: { path: '^cms/src/(api|documents|jobs)/([^/]+)' },
      to: {
        path: OURS,
        pathNot: [
          '^cms/src/(domain|stores|content-api)/',
          '^cms/src/environment',
          '^cms/src/documents/',
          // the gate below every way of publishing notes what it let pass as every other act of review
          '^cms/src/review/',
          // notices of payment come in by a route, and are read by the provider's adapter
          '^cms/src/payments/',
          '^cms/src/api/$2/',
          // each night the audit log is verified
          '^cms/src/audit/verification',
          // and the books of dues are billed and checked
          '^cms/src/dues/(bill-month|check-books|online/learn|online/refunds)',
          '^cms/src/dues/(bill-month|check-books)',
          // a code is made when its mail is sent, and stands nowhere in clear before
          '^cms/src/accounts/codes/make',
          // a job of several files is a folder that jobs/index knows; who else calls a job is said below
          '^cms/src/jobs/',
          '^cms/src/$1/$2/',
        ],
      },
    },
    {
      name: 'audit-watches-everything-and-knows-no-room',
      comment:
        'The audit log is written for all rooms alike: one that reached into a room would watch that room alone.',
      severity: 'error',
      from: { path: '^cms/src/audit/' },
      to: {
        path: OURS,
        pathNot: ['^cms/src/(audit|domain|stores|content-api)/', '^cms/src/environment', '^cms/src/documents/caller'],
      },
    },
    {
      name: 'jobs-are-called-by-the-clock',
      comment:
        'A job looks at what there is whenever it runs; a use case that calls one waits for work that is not its own.',
      severity: 'error',
      from: { path: '^cms/src/(api|documents)/' },
      to: { path: '^cms/src/jobs/' },
    },
    {
      name: 'media-rest-on-rules-and-stores',
      comment:
        'Every way in arrives at the media library: one that knows a room of the API would serve that room alone.',
      severity: 'error',
      from: { path: '^cms/src/media/' },
      to: {
        path: OURS,
        pathNot: ['^cms/src/(media|domain|stores|content-api)/', '^cms/src/environment', '^cms/src/documents/actor'],
      },
    },
    {
      name: 'review-rests-on-rules-and-stores',
      comment: 'The gate, the desk, the sample and imports all review through these use cases: they know none of them.',
      severity: 'error',
      from: { path: '^cms/src/review/' },
      to: { path: OURS, pathNot: ['^cms/src/(review|domain|stores|content-api)/', '^cms/src/documents/actor'] },
    },
    {
      name: 'members-rest-on-rules-and-stores',
      comment:
        'People and money have rooms of their own: what publishes must not be able to reach into them, nor they into it.',
      severity: 'error',
      from: { path: '^cms/src/(members|member-api|dues|sealing)/' },
      to: {
        path: OURS,
        pathNot: [
          '^cms/src/(members|member-api|dues|sealing|domain|stores|content-api)/',
          // the port to providers, which books nothing
          '^cms/src/payments/(payments|provider)',
          '^cms/src/environment',
          '^cms/src/audit/note-act',
        ],
      },
    },
    {
      name: 'payments-book-nothing',
      comment:
        'Adapters of payment providers say what is true there; one that knew bills or the ledger would decide about money.',
      severity: 'error',
      from: { path: '^cms/src/payments/', pathNot: '\\.test\\.ts$' },
      to: { path: OURS, pathNot: ['^cms/src/(payments|domain)/', '/node_modules/'] },
    },
    {
      name: 'papers-are-drawn-from-data',
      comment:
        'A paper is data in, bytes out: one that asked the ledger itself could not be held to what it was given.',
      severity: 'error',
      from: { path: '^cms/src/papers/', pathNot: '\\.test\\.ts$' },
      to: { path: OURS, pathNot: '^cms/src/(papers|domain)/' },
      name: 'accounts-rest-on-rules-and-stores',
      comment: 'How members get in is asked by the gate and by nobody else; what they do inside is not its business.',
      severity: 'error',
      from: { path: '^cms/src/accounts/' },
      to: {
        path: OURS,
        pathNot: [
          '^cms/src/(accounts|member-api|sealing|domain|stores|content-api)/',
          '^cms/src/environment',
          '^cms/src/audit/note-act',
          '^cms/src/documents/caller',
        ],
      },
    },
    {
      name: 'documents-know-no-room',
      comment: 'Document middlewares guard every way in; one that knows an API room would guard that room alone.',
      severity: 'error',
      from: { path: '^cms/src/documents/' },
      to: { path: '^cms/src/api/' },
    },
    {
      name: 'reading-api-stands-on-rules',
      comment: 'What the public may ask is decided in one table, not by whoever calls it.',
      severity: 'error',
      from: { path: '^cms/src/content-api/' },
      to: { path: OURS, pathNot: '^cms/src/(content-api|domain|stores)/' },
    },
    {
      name: 'desk-in-the-browser-alone',
      comment: 'src/admin is bundled for the browser: code of the server there would be shipped to it.',
      severity: 'error',
      from: { path: '^cms/src/admin/', pathNot: '\\.test\\.tsx?$' },
      // how a text looks to readers is said below
      to: {
        path: OURS,
        pathNot: ['^cms/src/(admin|domain)/', '^cms/package\\.json$', '^site/src/(styles|presentation)/'],
      },
    },
    {
      name: 'cms-runs-without-its-tools',
      comment: 'Seed, import and tests build on the CMS, never the other way: it must start without them.',
      severity: 'error',
      from: { path: '^cms/(src|config)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^cms/(seed|import|audit|tests|sample)/' },
    },
    {
      name: 'site-knows-no-cms',
      comment: 'The two meet over HTTP; cms/tests/contract.test.ts keeps their shapes the same.',
      severity: 'error',
      from: { path: '^site/' },
      to: { path: '^cms/' },
    },
    {
      name: 'cms-knows-no-site',
      comment: 'The CMS serves any follower of its change log. Only the contract test looks at both sides.',
      severity: 'error',
      from: { path: '^cms/', pathNot: ['^cms/tests/', '^cms/src/admin/editor/portal/'] },
      to: { path: '^site/' },
    },
    {
      name: 'editor-takes-the-look-of-a-text',
      comment:
        'The editor shows a text as readers see it: it takes the portal’s sheets and how a letter is set, nothing else.',
      severity: 'error',
      from: { path: '^cms/src/admin/editor/portal/' },
      to: { path: '^site/', pathNot: ['^site/src/styles/[a-z-]+\\.css$', '^site/src/presentation/letter\\.ts$'] },
    },
    {
      name: 'pages-know-no-process',
      comment: 'Pages render from the read model alone, in the publisher, in a preview and in development alike.',
      severity: 'error',
      from: { path: '^site/src/' },
      to: { path: '^site/(publisher|server|adapter)/' },
    },
    {
      name: 'documents-by-one-door',
      comment:
        'content/documents.ts says which kinds there are; a schema taken from behind it would be a second list of them.',
      severity: 'error',
      from: { path: OURS, pathNot: '^site/src/content/documents[./]' },
      to: { path: '^site/src/content/documents/' },
    },
    {
      name: 'server-and-publisher-apart',
      comment: 'Each is a process of its own; what they share is the live tree on disk.',
      severity: 'error',
      from: { path: '^site/(publisher|server)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^site/(publisher|server)/', pathNot: '^site/$1/' },
    },
    {
      name: 'nobody-imports-commands',
      comment: 'Commands start the processes and hand them an environment; nothing in the product may need them.',
      severity: 'error',
      from: { path: '^(cms|site)/', pathNot: '^site/e2e/' },
      to: { path: '^scripts/' },
    },
    {
      name: 'tests-are-leaves',
      comment: 'A test that another file imports is a builder in the wrong place.',
      severity: 'error',
      from: {},
      to: { path: '\\.test\\.tsx?$' },
    },
    {
      name: 'no-circles',
      comment: 'Two files in a circle can only be read, tested and changed as one.',
      severity: 'error',
      from: { path: OURS },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolvable',
      comment: 'A path that leads nowhere fails at run time.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(astro:|virtual:)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist/', '/\\.tmp/', '/\\.astro/', '^cms/types/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.cjs', '.json'],
    },
  },
}
