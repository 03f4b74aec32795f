/** The processes of a running system. */
import path from 'node:path'
import { openLog } from '../processes/log-file.ts'
import type { ProcessSpec } from '../processes/start-process.ts'
import { type OpenSystem, root } from './open-system.ts'

type More = { cwd?: string; args?: readonly string[]; noticesDisconnect?: boolean }

/** @param script and cwd are relative to the repository's root */
export function defineProcess(
  { env, logDir }: Pick<OpenSystem, 'env' | 'logDir'>,
  name: string,
  title: string,
  script: string,
  { cwd = '.', args = [], ...more }: More = {},
): ProcessSpec {
  const log = openLog(logDir, name)
  return { name, title, script: path.join(root, script), args, cwd: path.join(root, cwd), env, log, ...more }
}

export function listProcesses(open: OpenSystem) {
  const noticesDisconnect = true
  return {
    seed: defineProcess(open, 'seed', '准备内容', 'cms/seed/run.ts'),
    cms: defineProcess(open, 'cms', '内容管理', 'node_modules/@strapi/strapi/bin/strapi.js', {
      cwd: 'cms',
      args: ['start'],
    }),
    publisher: defineProcess(open, 'publisher', '发布引擎', 'site/publisher/run.ts', { noticesDisconnect }),
    server: defineProcess(open, 'server', '门户服务', 'site/server/run.ts', { noticesDisconnect }),
  }
}

export type Processes = ReturnType<typeof listProcesses>
