/** `npm run members -- rotate-key`, from its words to its exit code. */
export const USAGE = `用法：
  npm run members -- rotate-key   更换封存身份证号码等内容的密钥；先停止门户，中途断电可以再运行一次接着做`

type Resealed = { resealed: number; unreadable: number }

/** What the CMS offers under the name `members` (cms/src/members/tools.ts). */
export type MemberTools = { reseal(now: Date, onBatch?: (done: Resealed) => void): Promise<Resealed> }

/** Where the keys are kept, and what is done to them. */
export type Keys =
  | {
      keptIn: 'file'
      file: string
      /** a new key in the place of the present one, which becomes a former one; or goes on where it was left */
      begin(): 'begun' | 'resumed'
      /** what is no longer needed goes */
      finish(): void
    }
  | { keptIn: 'environment'; hasFormer: boolean }

export type CommandContext = {
  keys: Keys
  /** runs the work with the CMS as it is loaded by the keys of that moment */
  withMembers: <T>(work: (tools: MemberTools) => Promise<T>) => Promise<T>
  output: { write(text: string): unknown }
  now: () => Date
}

const EXIT = { ok: 0, unfinished: 1, wrongUse: 2 } as const

const BY_ENVIRONMENT = `密钥由环境变量 SEALING_KEY 给出，系统不能替您改。请照下面做：
  1. 停止门户，生成新密钥，例如 openssl rand -base64 32
  2. 把现在的 SEALING_KEY 的值移到 SEALING_KEYS_FORMER，SEALING_KEY 改为新密钥
  3. 再运行一次 npm run members -- rotate-key，它会用新密钥重新封存全部内容
  4. 照它的提示清空 SEALING_KEYS_FORMER，再启动门户
`

async function reseal({ withMembers, output, now }: CommandContext): Promise<boolean> {
  const { resealed, unreadable } = await withMembers((tools) => tools.reseal(now()))
  output.write(`  已用新密钥重新封存 ${resealed} 条。\n`)
  if (unreadable === 0) return true
  output.write(
    `✗ 有 ${unreadable} 条用现有的密钥都读不出来，原密钥没有删除。请从备份找回当时的密钥，加到 SEALING_KEYS_FORMER 后再运行一次；找不回的，请重新录入。\n`,
  )
  return false
}

const BACKUPS = '  以前的备份仍要用旧密钥才能读：请连同当时的密钥一起保存。现在请再做一次备份。\n'

async function rotate(context: CommandContext): Promise<number> {
  const { keys, output } = context
  if (keys.keptIn === 'environment') {
    if (!keys.hasFormer) {
      output.write(BY_ENVIRONMENT)
      return EXIT.unfinished
    }
    if (!(await reseal(context))) return EXIT.unfinished
    output.write(`✓ 完成。请清空 SEALING_KEYS_FORMER，再启动门户。\n${BACKUPS}`)
    return EXIT.ok
  }
  if (keys.begin() === 'resumed') output.write('上一次没有做完，现在接着做。\n')
  if (!(await reseal(context))) return EXIT.unfinished
  keys.finish()
  output.write(`✓ 密钥已更换，写在 ${keys.file}。可以启动门户了。\n${BACKUPS}`)
  return EXIT.ok
}

/** @returns the exit code */
export async function runMembers(words: readonly string[], context: CommandContext): Promise<number> {
  if (words.length === 1 && words[0] === 'rotate-key') return rotate(context)
  context.output.write(`${USAGE}\n`)
  return EXIT.wrongUse
}
