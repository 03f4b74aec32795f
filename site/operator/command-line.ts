/** What `npm run site -- …` understands. */
import { parseArgs } from 'node:util'
import { EXIT, OperatorProblem } from './problem.ts'

export const HELP = `用法：npm run site -- <命令>

  status               门户现在怎样：线上版本、等待生成、最近发布、失败、磁盘
  rebuild              重新生成整个门户，完成后一次切换；门户一直在线
  rollback <版本>      回到保存着的版本；先说明会撤下什么，再请你确认
  verify               逐个核对线上文件
    --deep             并重新生成每个页面来比较
    --repair           把不一致的改回来

  --yes                不再询问
  --json               输出一行 JSON，供程序读取

退出码：0 成功；1 失败；2 命令写错；3 核对发现不一致。
`

export type Command =
  | { name: 'help' }
  | { name: 'status'; json: boolean }
  | { name: 'rebuild'; json: boolean }
  | { name: 'rollback'; release: string; yes: boolean; json: boolean }
  | { name: 'verify'; deep: boolean; repair: boolean; json: boolean }

const wrong = (sentence: string) => new OperatorProblem('WRONG_USE', `${sentence}\n\n${HELP}`, EXIT.wrongUse)

function parse(words: readonly string[]) {
  const flag = { type: 'boolean', default: false } as const
  try {
    return parseArgs({
      args: [...words],
      options: { json: flag, yes: flag, deep: flag, repair: flag, help: { ...flag, short: 'h' } },
      allowPositionals: true,
    })
  } catch {
    throw wrong(`看不懂：${words.join(' ')}`)
  }
}

/** @throws OperatorProblem saying what is wrong and what would be right */
export function parseCommand(words: readonly string[]): Command {
  const { values, positionals } = parse(words)
  const [name, argument, ...rest] = positionals
  const { json, yes, deep, repair } = values
  if (values.help || name === undefined || name === 'help') return { name: 'help' }
  if (rest.length > 0 || (argument !== undefined && name !== 'rollback')) throw wrong(`${name} 后面多写了东西。`)
  if ((deep || repair) && name !== 'verify') throw wrong('--deep 和 --repair 只用于 verify。')
  if (yes && name !== 'rollback') throw wrong('--yes 只用于 rollback。')
  switch (name) {
    case 'status':
    case 'rebuild':
      return { name, json }
    case 'verify':
      return { name, deep, repair, json }
    case 'rollback':
      if (argument === undefined) throw wrong('请写明回退到哪个版本；npm run site -- status 会列出保存着的版本。')
      if (json && !yes) throw wrong('rollback --json 不能询问，请加上 --yes。')
      return { name, release: argument, yes, json }
    default:
      throw wrong(`没有“${name}”这个命令。`)
  }
}
