/**
 * Whatever the import decided on its own, or could not take: a stable code and one Chinese sentence. Codes are a closed
 * list; the sentences stand in the report that the editor reads.
 */

type Sentence = (...details: string[]) => string

/** The file went in; somebody may want to look. */
const decisionSentences = {
  'front-matter': () => '文件开头有一段元数据（front matter），未列入正文。',
  'title-from-front-matter': (title) => `正文没有标题行，标题取自文件开头的元数据：${title}。`,
  'title-from-heading': (title) => `没有一级标题，以首个标题为题名：${title}。`,
  'title-from-first-line': (title) => `没有标题标记，以首行为题名：${title}。`,
  'title-shortened': () => '标题超过一百五十字，已缩短；全称保留在正文开头。',
  'title-differs-from-name': (name) => `文件名“${name}”与文中标题不一致，以文中标题为准。`,
  'title-repeated': () => '标题在正文前又写了一遍，已略去重复的一遍。',
  'info-end-missing': () => '缺少 INFO END 标记，按各行内容区分题注与正文。',
  'date-from-history': (date) => `文件名没有完整日期，版本日期取自题注：${date}。`,
  'date-not-in-history': (date) => `文件名日期 ${date} 未见于题注，仍以文件名为版本日期。`,
  'date-unknown': () => '文件名和题注都没有日期，版本日期留空。',
  'history-missing': () => '没有制定与修改记录（题注）。',
  'history-joined': () => '题注被拆成几行，没有日期的行已并入上一条。',
  'history-split': () => '题注的一行里写了几次制定或修改，已分成几条。',
  'history-in-body': () => '题注写在正文里，已移到制定与修改记录。',
  'contents-left-out': () => '文中目录已略去，门户按章节标题自动生成目录。',
  'headings-recognised': (count) => `有 ${count} 行章节名没有标题标记，已设为标题。`,
  'headings-as-text': (count) => `有 ${count} 个标题其实是条文，已改为段落。`,
  'headings-too-deep': () => '标题层级过深，第四级以下并为第四级。',
  'invisible-removed': () => '已去掉看不见的字符（零宽空格等）。',
  'odd-characters': (count) => `有 ${count} 个无法识别的字符，请对照原文核对。`,
  'html-left-out': (tags) => `已去掉不支持的 HTML 标签：${tags}。`,
  'images-left-out': (count) => `文中 ${count} 幅图片没有带入，请在编辑台补上。`,
  'links-left-out': (count) => `文中 ${count} 处站外相对链接只保留文字。`,
  'category-unknown': () => '文件不在分类文件夹里，主题分类留空。',
  'effective-date-unknown': () => '施行日期写法无法确定，留空。',
  'same-version': (others) => `与 ${others} 是同一部法规的同一版本，都已导入，互不取代。`,
  'version-undated': (others) => `与 ${others} 题名相同但没有版本日期，无法排出先后，未建立取代关系。`,
  'repeal-pending': (title, date) => `文中宣布废止《${title}》，${date} 起生效，届时再导入一次即可标为已废止。`,
  'edited-kept': () => '这篇内容在编辑台有改动，保留编辑的版本，未覆盖。',
  'unpublished-kept': () => '这篇内容已被编辑下线，保持下线，未重新发布。',
} satisfies Record<string, Sentence>

/** The file did not go in. */
const problemSentences = {
  empty: () => '文件是空的。',
  'not-utf8': () => '不是 UTF-8 编码，请转换为 UTF-8 后再导入。',
  'not-text': () => '不是文本文件（含有空字节）。',
  'no-title': () => '找不到标题。',
  'no-body': () => '只有标题，没有正文。',
  unreadable: (reason) => `无法读取：${reason}。`,
  refused: (reason) => `编辑台没有接受：${reason}`,
} satisfies Record<string, Sentence>

export type DecisionCode = keyof typeof decisionSentences
export type ProblemCode = keyof typeof problemSentences

export type Decision = { code: DecisionCode; text: string }
export type Problem = { code: ProblemCode; text: string }

export const decision = (code: DecisionCode, ...details: string[]): Decision => ({
  code,
  text: (decisionSentences[code] as Sentence)(...details),
})

export const problem = (code: ProblemCode, ...details: string[]): Problem => ({
  code,
  text: (problemSentences[code] as Sentence)(...details),
})
