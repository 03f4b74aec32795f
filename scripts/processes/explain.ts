/** What a log line or an error code of a failed process means for the person at the keyboard. */
const known: readonly (readonly [RegExp, string])[] = [
  [/ENOSPC|SQLITE_FULL|database or disk is full|no space left/i, '磁盘已满，请腾出空间后再试。'],
  [/EROFS|SQLITE_READONLY|read-only file system/i, '磁盘或文件是只读的，请检查挂载方式和文件权限。'],
  [/EACCES|EPERM|permission denied/i, '权限不够，请检查数据目录和项目目录属于谁、能否写入。'],
  [/ENOTDIR/, '路径里有一段不是目录，请检查写法。'],
  [/EMFILE|ENFILE/, '打开的文件太多，请调高系统的文件数上限（ulimit -n）。'],
  [/heap out of memory|ENOMEM|Cannot allocate memory/i, '内存不够，请关闭别的程序或换一台内存更大的机器。'],
  [
    /password authentication failed|no pg_hba\.conf entry/i,
    'PostgreSQL 拒绝了登录，请检查 DATABASE_URL 里的用户名和密码。',
  ],
  [/database "[^"]*" does not exist/i, 'PostgreSQL 里没有这个数据库，请先建库，或检查 DATABASE_URL。'],
  [
    /KnexTimeoutError|connect ECONNREFUSED .*:\d+|getaddrinfo ENOTFOUND/,
    '连不上数据库，请检查 DATABASE_URL 和数据库服务。',
  ],
  [/SQLITE_CORRUPT|database disk image is malformed|SQLITE_NOTADB/i, '数据库文件已损坏，请从备份恢复。'],
  [/EADDRINUSE/, '端口已被别的程序占用，请停掉它，或换一个端口。'],
]

/** @returns one sentence, or null when nothing known is among the text */
export function explain(text: string): string | null {
  return known.find(([pattern]) => pattern.test(text))?.[1] ?? null
}
