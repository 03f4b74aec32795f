/** The processes of a running system. */
import path from 'node:path'
import { openLog } from '../processes/log-file.ts'
import type { ProcessSpec } from '../processes/start-process.ts'
import { type OpenSystem, root } from './open-system.ts'

const inRoot = (...parts: string[]) => path.join(root, ...parts)

export function listProcesses({ env, logDir }: OpenSystem) {
  const define = (
    name: string,
    title: string,
    cwd: string,
    script: string,
    args: readonly string[] = [],
  ): ProcessSpec => ({
    name,
    title,
    script: inRoot(script),
    args,
    cwd: inRoot(cwd),
    env,
    log: openLog(logDir, name),
  })
  return {
    seed: define('seed', '准备内容', '.', 'cms/seed/run.ts'),
    cms: define('cms', '内容管理', 'cms', 'node_modules/@strapi/strapi/bin/strapi.js', ['start']),
    publisher: { ...define('publisher', '发布程序', '.', 'site/publisher/run.ts'), noticesDisconnect: true },
    server: { ...define('server', '门户服务', '.', 'site/server/run.ts'), noticesDisconnect: true },
  }
}

export type Processes = ReturnType<typeof listProcesses>
