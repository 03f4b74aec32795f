import type { ChainProblem } from './chain'

/** `archive-altered`: the file is not the one that was written; `end-missing`: the last rows are gone. */
export type VerifyProblem = {
  reason: ChainProblem | 'archive-altered' | 'end-missing'
  sequence: number
  file?: string
}

/** One sentence that names the first wrong row. */
export function wordsOfProblem({ reason, sequence, file }: VerifyProblem): string {
  const where = file ? `归档文件 ${file} 的` : ''
  switch (reason) {
    case 'missing':
      return `${where}第 ${sequence} 条审计记录不见了。`
    case 'inserted':
      return `${where}第 ${sequence} 条审计记录重复出现，是后来插入的。`
    case 'altered':
      return `${where}第 ${sequence} 条审计记录被改动过。`
    case 'unchained':
      return `${where}第 ${sequence} 条审计记录与前一条接不上：有记录被替换、删除或插入。`
    case 'end-missing':
      return `从第 ${sequence} 条起，最后的审计记录不见了。`
    case 'archive-altered':
      return `归档文件 ${file} 被改动过（从第 ${sequence} 条起）。`
    default:
      return reason satisfies never
  }
}
