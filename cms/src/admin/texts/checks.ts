/** What the desk says about checks before publication and about the wording list. */
const number = new Intl.NumberFormat('zh-CN')

export const checks = {
  panel: '发布前检查',
  block: (count: number) => `必须先改 ${number.format(count)} 处`,
  warn: (count: number) => `建议核对 ${number.format(count)} 处`,
  blockHint: '改好之前不能发布。',
  warnHint: '核对无误的可以不改，不影响发布。',
  none: '没有发现问题',
  checking: '正在检查…',
  lost: '没能检查，请看看网络是否正常。改动内容后会再试。',
  goThere: '到此处',
  replaceWith: (text: string) => `替换为“${text}”`,
  replaced: '已替换，请记得保存。',
  changedMeanwhile: '这里的文字已经改过，请再看一看。',
  more: (count: number) => `还有 ${number.format(count)} 处，改好上面的再看。`,
}

export const wordingList = {
  import: '导入',
  export: '导出',
  exportFailed: '没能导出，请稍后再试。',
  title: '导入错敏词',
  close: '关闭',
  choose: '选择文件',
  format:
    '可以用 Excel（.xlsx）或 CSV 文件。各列依次是：错误用语、正确用语、处理方式（提醒或禁止发布）、例外、说明；后三列可以不填。先“导出”一份，照着样子改最方便。',
  reading: '正在读取…',
  added: (count: number) => `新增 ${number.format(count)} 条`,
  changed: (count: number) => `修改 ${number.format(count)} 条`,
  unchanged: (count: number) => `没有变化 ${number.format(count)} 条`,
  problems: (count: number) => `有 ${number.format(count)} 行不能导入，请在文件里改好，再选一次：`,
  row: (row: number, message: string) => `第 ${number.format(row)} 行：${message}`,
  more: (count: number) => `还有 ${number.format(count)} 行`,
  nothing: '文件里没有要新增或修改的用语。',
  apply: '确认导入',
  done: '导入完成，检查时马上生效。',
  failed: '没能读取或导入，请稍后再试。',
  tooLarge: '文件太大，最多 2.5 MB。',
  entry: (wrong: string, right: string | null, severity: 'warn' | 'block') =>
    `${right ? `${wrong} → ${right}` : wrong}（${severity === 'block' ? '禁止发布' : '提醒'}）`,
}
