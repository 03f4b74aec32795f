import { explain } from './explain.ts'
import { Problem } from './problem.ts'
import { type Exit, type ProcessSpec, startProcess } from './start-process.ts'

const SHOWN_LINES = 15

/** @returns one sentence and the last lines of the log */
export function describeFailure({ title, log }: ProcessSpec, { code, signal }: Exit, what = '失败'): Problem {
  const lines = log.tail(SHOWN_LINES)
  const how = signal ? `被信号 ${signal} 中止` : `退出码 ${code}`
  const killed = signal === 'SIGKILL' ? '很可能是内存不够，请关闭别的程序或换一台内存更大的机器。' : null
  const reason = explain(lines.join('\n')) ?? killed ?? '日志的最后几行如下。'
  return new Problem(`${title}${what}（${how}）：${reason}完整日志：${log.file}`, { lines })
}

/** @throws Problem when it fails; the signal's reason when it was told to stop */
export async function runToEnd(spec: ProcessSpec, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  const running = startProcess(spec)
  const stop = () => running.stop()
  signal.addEventListener('abort', stop, { once: true })
  const exit = await running.exited
  signal.removeEventListener('abort', stop)
  signal.throwIfAborted()
  if (exit.code !== 0) throw describeFailure(spec, exit)
}
