/** The processes of `npm run dev`. Settings are those of `npm start`. */
import path from 'node:path'
import type { OpenSystem } from '../start/open-system.ts'
import { defineProcess } from '../start/processes.ts'

export function listDevelopmentProcesses(open: OpenSystem) {
  const withReadModel = {
    ...open,
    env: { ...open.env, READ_MODEL: path.join(open.settings.DATA_DIR, 'site', 'read-model.sqlite') },
  }
  return {
    compile: defineProcess(open, 'compile-cms', '编译内容管理', 'scripts/dev/compile-cms.mjs'),
    seed: defineProcess(open, 'seed', '准备内容', 'cms/seed/run.ts'),
    cms: defineProcess(open, 'cms', '内容管理', 'node_modules/@strapi/strapi/bin/strapi.js', {
      cwd: 'cms',
      args: ['develop'],
    }),
    publisher: defineProcess(open, 'publisher', '发布引擎', 'site/publisher/run.ts', {
      args: ['--follow-only'],
      noticesDisconnect: true,
    }),
    astro: defineProcess(withReadModel, 'astro', '门户', 'scripts/dev/astro-dev.mjs', { cwd: 'site' }),
  }
}

export type DevelopmentProcesses = ReturnType<typeof listDevelopmentProcesses>
