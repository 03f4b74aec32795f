/** Fields that most kinds of posts share: said once, so that editors read the same words everywhere. */
import type { Field, Row } from './view'

export const title: Field = {
  label: '标题',
  hint: '列表和页面上显示的标题，不加书名号以外的装饰符号。',
  placeholder: '例如：学院党委召开理论学习中心组（扩大）学习会',
}

export const slug: Field = {
  label: '网址短名',
  hint: '网址中的短名，留空自动生成，如 20261123-01；只能用小写字母、数字和连字符。已发布后修改会改变网址。',
  placeholder: '留空自动生成',
}

export const column: Field = {
  label: '栏目',
  hint: '稿件在网站上所属的栏目，决定它出现在哪个列表和它的网址。',
}

export const onlyColumn: Field = {
  label: '栏目',
  hint: '这类内容通常只有一个栏目，留空自动选择。',
}

export const summary: Field = {
  label: '摘要',
  hint: '一两句话说明主要内容，显示在列表、首页和搜索结果中。',
  placeholder: '例如：会议传达学习了……，对下一阶段工作作出部署。',
}

export const cover: Field = {
  label: '封面图',
  hint: '列表和首页使用的图片，建议横图，宽度不小于 1200 像素。上传后请填写替代文字。',
}

export const body: Field = {
  label: '正文',
  hint: '正文内小标题从二级标题开始。图片单独成段，并填写替代文字和图片说明。',
}

export const attachments: Field = {
  label: '附件',
  hint: '供读者下载的文件，按此处顺序列在正文之后，名称即文件名。',
}

export const tags: Field = {
  label: '标签',
  hint: '便于读者查找同一主题的内容，一般不超过五个。',
}

export const source: Field = {
  label: '来源',
  hint: '供稿单位或媒体的名称；转载时填写原发媒体。',
  placeholder: '例如：党委宣传部',
}

export const author: Field = {
  label: '作者',
  hint: '作者姓名，多人用顿号分开；摄影者可一并注明。',
  placeholder: '例如：李晓明、王静（摄影）',
}

export const responsibleEditor: Field = {
  label: '责任编辑',
  hint: '对稿件负责的编辑，显示在页面末尾。',
}

export const displayDate: Field = {
  label: '显示日期',
  hint: '页面上显示的日期，也决定在列表中的先后。留空则为首次发布的时间（北京时间）。',
}

export const pinnedUntil: Field = {
  label: '置顶至',
  hint: '在此时间之前排在栏目列表最前；到期自动取消。不需要置顶则留空。',
}

export const order: Field = {
  label: '顺序',
  hint: '数字小的排在前面。',
}

/** The last rows of every post: who answers for it, and when it shows. */
export const publishingRows: Row[] = [
  { source: 6, responsibleEditor: 6 },
  { displayDate: 6, pinnedUntil: 6 },
  { tags: 12 },
]

export const publishingFields = { source, responsibleEditor, displayDate, pinnedUntil, tags }
