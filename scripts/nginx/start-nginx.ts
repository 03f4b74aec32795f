/** nginx as a child on a port of its own, with a configuration of ours, until it is stopped. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { tryConnect } from './try-connect.ts'

const WITHIN_MS = 10_000
const shipped = path.resolve(import.meta.dirname, '../../deploy/nginx/dangjian-portal.conf')

export const nginxVersion = (): string | null => {
  const { stderr, error } = spawnSync('nginx', ['-v'], { encoding: 'utf8' })
  return error ? null : (/nginx\/(\S+)/.exec(stderr)?.[1] ?? null)
}

export type NginxServer = { port: number; root: string }

function replaceOnce(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`${shipped} should have “${from}” exactly once`)
  return text.replace(from, to)
}

/** The configuration that we ship, changed only where its user has to change it. */
export function portalConfiguration({ port, root, portalPort }: NginxServer & { portalPort: number }): string {
  const changes = [
    ['listen 80;', `listen 127.0.0.1:${port};`],
    ['server 127.0.0.1:4321;', `server 127.0.0.1:${portalPort};`],
    ['root /srv/portal/data/site/live;', `root ${root};`],
  ] as const
  return changes.reduce((text, [from, to]) => replaceOnce(text, from, to), fs.readFileSync(shipped, 'utf8'))
}

/** nginx as it comes, for comparison. */
export const plainConfiguration = ({ port, root }: NginxServer) =>
  `sendfile on; tcp_nopush on; access_log off; include /etc/nginx/mime.types; server { listen 127.0.0.1:${port}; root ${root}; }`

const mainConfiguration = (folder: string, http: string) => `
daemon off;
worker_processes auto;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  ${http}
}`

/** @param user of the workers, who must be able to read the tree: whoever we are */
export async function startNginx(http: string, port: number) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-nginx-'))
  const file = path.join(folder, 'nginx.conf')
  const { username } = os.userInfo()
  const user = process.getuid?.() === 0 ? `user ${username};` : ''
  fs.writeFileSync(file, user + mainConfiguration(folder, http))
  const child = spawn('nginx', ['-e', `${folder}/error.log`, '-c', file], { stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = once(child, 'exit')
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    fs.rmSync(folder, { recursive: true })
  }
  const errors: Buffer[] = []
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
  const failed = ended.then(() => {
    throw new Error(`nginx does not start: ${Buffer.concat(errors)}`)
  })
  await Promise.race([tryConnect(port, WITHIN_MS), failed])
  failed.catch(() => undefined)
  return { stop }
}
