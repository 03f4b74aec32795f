/**
 * A stored text as somebody reads it who has never seen Markdown: marks become words, line by line. Two texts that differ come
 * out different, because a comparison must not hide a change of form alone.
 */
const LEVELS = ['一', '二', '三', '四', '五', '六']
const HEADING = /^(#{1,6}) +/
const QUOTE = /^> ?/
const FIGURE = /!\[([^\]]*)\]\(([^\s)]+)(?: "([^"]*)")?\)/g
const LINK = /\[([^\]^][^\]]*)\]\(([^\s)]+)\)/g
const FOOTNOTE = /\[\^([^\]\s]+)\]:?/g
const BOLD = /\*\*(?=\S)(.+?)(?<=\S)\*\*/g
const ITALIC = /(?<![*\w])\*(?=[^\s*])([^*]+)(?<=[^\s*])\*(?![*\w])/g
const ESCAPED = /\\([!-/:-@[-`{-~])/g
const TABLE_RULE = /^\|(?: *:?-+:? *\|)+$/

function alignment(rule: string): string {
  const cells = rule.split('|').slice(1, -1)
  const words = cells.map((cell) => {
    const [left, right] = [cell.trim().startsWith(':'), cell.trim().endsWith(':')]
    return left && right ? '居中' : right ? '靠右' : left ? '靠左' : '不限'
  })
  return `〔表格对齐：${words.join('、')}〕`
}

function figure(_: string, alternative: string, url: string, caption: string | undefined): string {
  return `〔图片“${alternative}”${caption ? `，说明“${caption}”` : ''}，文件 ${url}〕`
}

function lineInWords(line: string): string {
  if (TABLE_RULE.test(line)) return alignment(line)
  return line
    .replace(HEADING, (_, marks: string) => `〔${LEVELS[marks.length - 1]}级标题〕`)
    .replace(QUOTE, '〔引文〕')
    .replace(FIGURE, figure)
    .replace(LINK, (_, text: string, url: string) => `${text}〔链接到 ${url}〕`)
    .replace(FOOTNOTE, (_, name: string) => `〔注${name}〕`)
    .replace(BOLD, '〔粗〕$1〔粗完〕')
    .replace(ITALIC, '〔着重〕$1〔着重完〕')
    .replace(ESCAPED, '$1')
}

export const markdownInWords = (markdown: string): string => markdown.split('\n').map(lineInWords).join('\n')
