import { describe, expect, it } from 'vitest'
import { markdownInWords } from './markdown-in-words'

describe('a stored text in words', () => {
  it.each([
    ['## 主要做法', '〔二级标题〕主要做法'],
    ['#话题', '#话题'],
    ['> 安全是底线。', '〔引文〕安全是底线。'],
    ['![四角四色](/uploads/a.jpg "检测车")', '〔图片“四角四色”，说明“检测车”，文件 /uploads/a.jpg〕'],
    ['![](/uploads/a.jpg)', '〔图片“”，文件 /uploads/a.jpg〕'],
    ['见[章程](/go/policy/abc)第三条', '见章程〔链接到 /go/policy/abc〕第三条'],
    ['有据可查[^1]', '有据可查〔注1〕'],
    ['[^1]: 见报告。', '〔注1〕 见报告。'],
    ['必须**全面**检查', '必须〔粗〕全面〔粗完〕检查'],
    ['必须*全面*检查', '必须〔着重〕全面〔着重完〕检查'],
    ['3 * 4 * 5', '3 * 4 * 5'],
    ['| --- | ---: | :---: |', '〔表格对齐：不限、靠右、居中〕'],
    ['| 场地 | 隐患 |', '| 场地 | 隐患 |'],
    [String.raw`2026\. 年 \*`, '2026. 年 *'],
    ['第一行\n## 第二行', '第一行\n〔二级标题〕第二行'],
  ])('%s', (markdown, expected) => {
    expect(markdownInWords(markdown)).toBe(expected)
  })

  it('does not hide a change of form alone', () => {
    expect(markdownInWords('**甲**')).not.toBe(markdownInWords('甲'))
    expect(markdownInWords('## 甲')).not.toBe(markdownInWords('### 甲'))
  })
})
