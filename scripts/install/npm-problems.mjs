/** @type {[RegExp, string][]} */
const known = [
  [/ENOSPC|no space left/i, '磁盘已满，依赖没有装完：请腾出至少 2 GB 空间后再试。'],
  [/EACCES|EPERM|EROFS/, '没有权限写入项目目录下的 node_modules：请用这个目录的所有者来运行，或改正目录权限后再试。'],
  [/E401|E403|ENEEDAUTH/, 'npm 软件源拒绝了访问：请检查 npm 的 registry 设置和登录信息。'],
  [/E404|ETARGET/, 'npm 软件源里缺少所需的软件包：镜像可能还没有同步，请换一个 npm 软件源后再试。'],
  [/EINTEGRITY/, '下载的软件包与锁定文件不符：请运行 npm cache clean --force 后再试。'],
  [/EUSAGE|in sync/, 'package.json 与 package-lock.json 不一致：请取回完整的代码后再试。'],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED|network/,
    '连不上 npm 软件源，依赖没有装完：请检查网络、代理或 npm 的 registry 设置后再试。',
  ],
]

/**
 * @param {string} output what npm printed before it failed
 * @returns {string} one sentence: what happened and what to do
 */
export function explainNpmFailure(output) {
  return known.find(([pattern]) => pattern.test(output))?.[1] ?? '安装依赖失败，npm 的输出如下。'
}
