/** 报名表: one table that every call for entries in the sample can use. */

/** Six columns in twentieths of a point, together the width between the margins. */
const COLUMNS = [1480, 1820, 1420, 1700, 1360, 1858] as const
const HAN = '<w:rFonts w:eastAsia="黑体" w:hint="eastAsia"/>'

interface Cell {
  text: string
  span?: number
  label?: boolean
}

const run = (text: string, { bold = false, half = 21 } = {}): string =>
  `<w:r><w:rPr>${bold ? HAN : ''}<w:sz w:val="${half}"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`

const paragraph = (text: string, align: 'left' | 'center' | 'right', look = {}): string =>
  `<w:p><w:pPr><w:spacing w:line="300" w:lineRule="auto"/><w:jc w:val="${align}"/></w:pPr>${run(text, look)}</w:p>`

/** `height` is the least height of the row; a cell's text may hold several lines. */
const row = (height: number, cells: readonly Cell[]): string => {
  let column = 0
  const drawn = cells.map(({ text, span = 1, label = false }) => {
    const width = COLUMNS.slice(column, column + span).reduce((sum, part) => sum + part, 0)
    column += span
    const shade = label ? '<w:shd w:val="clear" w:color="auto" w:fill="F2ECE1"/>' : ''
    const lines = text
      .split('\n')
      .map((part) => paragraph(part, label ? 'center' : part.startsWith('　') ? 'right' : 'left', { bold: label }))
    return (
      `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${shade}` +
      `<w:vAlign w:val="center"/></w:tcPr>${lines.join('')}</w:tc>`
    )
  })
  return `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${height}" w:hRule="atLeast"/></w:trPr>${drawn.join('')}</w:tr>`
}

const field = (text: string): Cell => ({ text, label: true })
const blank = (span = 1, text = ''): Cell => ({ text, span })

const SIGNED = '　签名（盖章）：　　　　　　　　年　　月　　日　'

export function applicationForm(): string {
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="6" w:space="0" w:color="4C4239"/>`)
    .join('')
  const table =
    '<w:tbl><w:tblPr><w:tblW w:w="9638" w:type="dxa"/><w:jc w:val="center"/>' +
    `<w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>` +
    `<w:tblGrid>${COLUMNS.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>` +
    row(560, [field('报名项目'), blank(5, '□ 发展对象培训班　□ 微党课征集　□ 迎新志愿服务　□ 其他：＿＿＿＿＿＿')]) +
    row(520, [field('姓　　名'), blank(), field('性　　别'), blank(), field('出生年月'), blank()]) +
    row(520, [field('民　　族'), blank(), field('学号/工号'), blank(), field('联系电话'), blank()]) +
    row(520, [
      field('所在单位'),
      blank(3, '　　　　　　学院（部门）　　　　　　班'.trimStart()),
      field('所在党支部'),
      blank(),
    ]) +
    row(520, [field('政治面貌'), blank(5, '□ 中共党员　□ 预备党员　□ 发展对象　□ 入党积极分子　□ 共青团员　□ 其他')]) +
    row(560, [field('申请入党时间'), blank(2), field('确定为发展\n对象的时间'), blank(2)]) +
    row(900, [field('意向岗位\n（组别）'), blank(2), field('特　　长'), blank(2, '方言、手语、驾驶、急救、摄影等')]) +
    row(1000, [
      field('作品信息\n（微党课）'),
      blank(5, '题目：\n合作者（不超过3人）：\n使用人工智能工具辅助的情况：□ 没有使用　□ 使用，用于：'),
    ]) +
    row(1500, [field('报名理由'), blank(5)]) +
    row(1000, [
      field('身体状况和\n需要的帮助'),
      blank(5, '（自愿填写。如有不适合的岗位、饮食或者行动方面的需要，请写明，便于安排。）'),
    ]) +
    row(900, [
      field('本人承诺'),
      blank(5, `所填内容真实；服从统一安排，遵守纪律和安全规定。\n${SIGNED.replace('签名（盖章）', '本人签名')}`),
    ]) +
    row(1000, [field('党支部意见'), blank(5, `\n${SIGNED}`)]) +
    row(1000, [field('党总支意见'), blank(5, `\n${SIGNED}`)]) +
    '</w:tbl>'
  return (
    paragraph('陕西交通职业技术学院', 'center', { half: 24 }) +
    paragraph('报　名　表', 'center', { bold: true, half: 36 }) +
    paragraph('填表日期：　　　　年　　月　　日', 'right') +
    table +
    paragraph('说明：1．请用黑色字迹填写或者打印，在所选项目前的“□”内打“√”；不涉及的栏目不填。', 'left', { half: 18 }) +
    paragraph('2．由所在党支部审核，经党总支汇总后统一报送，不接受个人直接报送。', 'left', { half: 18 }) +
    paragraph('3．表中个人信息仅用于本次活动的组织工作，活动结束后按规定保存或者销毁。', 'left', { half: 18 })
  )
}
