/** The operator's command, apart from where its settings come from. */
import readline from 'node:readline/promises'
import type { Readable } from 'node:stream'
import type { RebuildProgress } from '../publisher/releases/progress.ts'
import type { Renderer } from '../publisher/renderer.ts'
import type { Task } from '../publisher/requests/table.ts'
import { askPublisher, checkOutcome } from './ask-publisher.ts'
import { type Command, HELP, parseCommand } from './command-line.ts'
import { EXIT, OperatorProblem } from './problem.ts'
import { progressLine, progressText, type Terminal } from './progress-line.ts'
import { planFor, planText } from './rollback.ts'
import { openSiteState, type SiteState } from './site-state.ts'
import { collectStatus } from './status.ts'
import { statusText } from './status-text.ts'
import { repairTask, verificationText, verify } from './verify.ts'
import { countInWords, durationInWords, reasonInWords } from './words.ts'

export type Operator = {
  siteDir: string
  input: Readable
  output: Terminal
  errors: Terminal
  /** starts a process of its own that works off what is asked and ends; it outlives us */
  startWorker: () => void
  loadRenderer: () => Promise<Renderer>
  signal: AbortSignal
}

type Answer = { exitCode: number; text: string; data: object }

const ok = (text: string, data: object): Answer => ({ exitCode: EXIT.ok, text, data })

/** Ctrl-C ends the watching only. */
async function ask(operator: Operator, state: SiteState, task: Task, line: ReturnType<typeof progressLine>) {
  const { startWorker, signal } = operator
  const onProgress = ({ done, total, startedAt, reason }: RebuildProgress) =>
    line.show(progressText(`重新生成（${reasonInWords[reason]}）`, done, total, Date.now() - Date.parse(startedAt)))
  try {
    return checkOutcome(await askPublisher(state, task, { startWorker, onProgress, signal }))
  } catch (error) {
    if (!signal.aborted) throw error
    throw new OperatorProblem('STILL_RUNNING', '不再等待；任务在后台继续，可用 npm run site -- status 查看。')
  } finally {
    line.end()
  }
}

async function confirmed({ input, output }: Operator): Promise<boolean> {
  const terminal = readline.createInterface({ input, output })
  try {
    return /^(?:y|yes|是)$/i.test((await terminal.question('确定回退吗？（y/N）')).trim())
  } finally {
    terminal.close()
  }
}

async function rebuild(operator: Operator, state: SiteState, line: ReturnType<typeof progressLine>): Promise<Answer> {
  const done = await ask(operator, state, { kind: 'rebuild' }, line)
  const failed = done.failed > 0 ? `，${done.failed} 个页面失败（旧版本仍在线，见 status）` : ''
  const text = `✓ 版本 ${done.release} 已上线：${countInWords(done.pages)} 个页面，用时 ${durationInWords(done.durationMs)}${failed}。\n`
  return ok(text, done)
}

async function rollback(
  operator: Operator,
  state: SiteState,
  { release, yes, json }: Extract<Command, { name: 'rollback' }>,
  line: ReturnType<typeof progressLine>,
): Promise<Answer> {
  const plan = await planFor(state, release)
  if (!json) operator.output.write(planText(plan))
  if (!yes && !(await confirmed(operator))) throw new OperatorProblem('NOT_CONFIRMED', '没有回退。')
  const done = await ask(operator, state, { kind: 'rollback', release: plan.release.name }, line)
  return ok(
    `✓ 已回到版本 ${done.release}，用时 ${durationInWords(done.durationMs)}；发布暂停，直到运行 npm run site -- rebuild。\n`,
    {
      ...{ plan, ...done },
    },
  )
}

async function check(
  operator: Operator,
  state: SiteState,
  { deep, repair }: Extract<Command, { name: 'verify' }>,
  line: ReturnType<typeof progressLine>,
): Promise<Answer> {
  const startedAt = Date.now()
  const look = () =>
    verify(state, {
      loadRenderer: deep ? operator.loadRenderer : null,
      onProgress: (what, done, total) => line.show(progressText(what, done, total, Date.now() - startedAt)),
    }).finally(line.end)
  const found = await look()
  if (found.findings.length === 0) return ok(verificationText(found), found)
  if (!repair) return { exitCode: EXIT.damaged, text: verificationText(found), data: found }
  await ask(operator, state, repairTask(found.findings), line)
  const left = await look()
  const text = verificationText(found) + (left.findings.length === 0 ? '✓ 都已改回来。\n' : verificationText(left))
  return {
    exitCode: left.findings.length === 0 ? EXIT.ok : EXIT.damaged,
    text,
    data: { ...left, repaired: found.findings },
  }
}

async function run(operator: Operator, command: Exclude<Command, { name: 'help' }>, state: SiteState): Promise<Answer> {
  const line = progressLine(operator.errors)
  switch (command.name) {
    case 'status': {
      const status = await collectStatus(state)
      return ok(statusText(status, new Date()), status)
    }
    case 'rebuild':
      return rebuild(operator, state, line)
    case 'rollback':
      return rollback(operator, state, command, line)
    case 'verify':
      return check(operator, state, command, line)
    default:
      return command satisfies never
  }
}

/** @returns the exit code; nothing is thrown but what nobody expected */
export async function runOperator(words: readonly string[], operator: Operator): Promise<number> {
  const asJson = words.includes('--json')
  try {
    const command = parseCommand(words)
    if (command.name === 'help') {
      operator.output.write(HELP)
      return EXIT.ok
    }
    const state = openSiteState(operator.siteDir)
    try {
      const { exitCode, text, data } = await run(operator, command, state)
      operator.output.write(asJson ? `${JSON.stringify({ ok: exitCode === EXIT.ok, ...data })}\n` : text)
      return exitCode
    } finally {
      state.database.close()
    }
  } catch (error) {
    if (!(error instanceof OperatorProblem)) throw error
    const { code, message, exitCode } = error
    if (asJson) operator.output.write(`${JSON.stringify({ ok: false, code, message })}\n`)
    else operator.errors.write(`✗ ${message}\n`)
    return exitCode
  }
}
