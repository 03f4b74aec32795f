/** What is built before a start, from what, and what proves that it is there. */
export type BuildTarget = {
  name: string
  title: string
  cwd: string
  script: string
  args: readonly string[]
  /** a change of any of these makes the build stale; folders count with all they hold */
  sources: readonly string[]
  outputDir: string
  /** outputs that others might overwrite or remove: the record holds their hash, too */
  outputs: readonly string[]
}

const SHARED_SOURCES = ['package.json', 'package-lock.json', 'tsconfig.base.json']

export const cmsBuild: BuildTarget = {
  name: 'build-cms',
  title: '构建管理台',
  cwd: 'cms',
  script: 'node_modules/@strapi/strapi/bin/strapi.js',
  args: ['build'],
  sources: [
    ...[...SHARED_SOURCES, 'cms/package.json', 'cms/tsconfig.json', 'cms/config', 'cms/src'],
    // the look of a text in the editor: cms/src/admin/editor/portal
    ...['site/src/styles', 'site/src/presentation/letter.ts'],
  ],
  outputDir: 'cms/dist',
  // the HTTP tests compile into the same folder
  outputs: ['cms/dist/src', 'cms/dist/config', 'cms/dist/build/index.html'],
}

export const siteBuild: BuildTarget = {
  name: 'build-site',
  title: '编译门户',
  cwd: 'site',
  script: 'node_modules/astro/bin/astro.mjs',
  args: ['build'],
  sources: [
    ...SHARED_SOURCES,
    'site/package.json',
    'site/tsconfig.json',
    'site/astro.config.ts',
    'site/adapter',
    'site/src',
    'site/public',
  ],
  outputDir: 'site/dist',
  outputs: ['site/dist/client', 'site/dist/server'],
}

export const buildTargets: readonly BuildTarget[] = [cmsBuild, siteBuild]
