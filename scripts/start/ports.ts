import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Problem } from '../processes/problem.ts'

const ASK_AGAIN_MS = 250

export type PortUse = { variable: 'CMS_PORT' | 'SITE_PORT'; host: string; port: number }

/** @returns null when one can listen there, else the system's code, such as EADDRINUSE */
export function tryListen(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)))
  })
}

export function portSentence({ variable, host, port }: PortUse, code: string): string {
  switch (code) {
    case 'EADDRINUSE':
      return `端口 ${port} 已被占用：请停掉占用它的程序，或用 ${variable} 换一个端口，例如 ${variable}=${port + 1} npm start。`
    case 'EACCES':
      return `没有权限使用端口 ${port}：请把 ${variable} 设为 1024 以上的端口，对外的 80、443 端口交给 nginx。`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `本机没有 ${host} 这个地址：请检查设置 HOST。`
    default:
      return `无法在 ${host} 的端口 ${port} 上监听（${code}）：请检查设置 HOST 和 ${variable}。`
  }
}

/**
 * @param patienceMs how long the processes of a killed predecessor may take to let go
 * @throws Problem naming the port, the setting and what to do
 */
export async function requireFreePort(use: PortUse, patienceMs: number): Promise<void> {
  const deadline = Date.now() + patienceMs
  for (;;) {
    const code = await tryListen(use.host, use.port)
    if (code === null) return
    if (code !== 'EADDRINUSE' || Date.now() >= deadline) throw new Problem(portSentence(use, code))
    await sleep(ASK_AGAIN_MS)
  }
}
