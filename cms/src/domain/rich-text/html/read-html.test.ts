/** What Word, WPS, Excel, WeChat, web pages and mammoth put on the clipboard, and what becomes of it. */
import { describe, expect, it } from 'vitest'
import { writeMarkdown } from '../write-markdown'
import { readHtml } from './read-html'

const pasted = (html: string) => writeMarkdown({ type: 'doc', content: readHtml(html, true) })

const wordItem = (text: string, marker: string, level = 1) =>
  `<p class=MsoListParagraph style='margin-left:21.0pt;text-indent:-21.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span lang=EN-US style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>`

describe('Word', () => {
  it('keeps words, headings and weight; fonts and rubbish go', () => {
    const html = `<html xmlns:o="urn:x"><head><style>p.MsoNormal{font-size:16pt}</style><!--[if gte mso 9]><xml>x</xml><![endif]--></head>
<body><h1 style='text-align:center'><span style='font-family:方正小标宋简体'>关于开展
学习的通知</span></h1>
<p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:仿宋;mso-font:x'>各党总支：<b>请于<u>周五</u>前</b>报送，面积 5m<sup>2</sup>。<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>　　第二段<span style='display:none;mso-hide:all'>隐藏</span></p></body></html>`
    expect(pasted(html)).toBe(
      '## 关于开展学习的通知\n\n各党总支：**请于<u>周五</u>前**报送，面积 5m<sup>2</sup>。\n\n第二段',
    )
  })

  it('makes lists of its list paragraphs, one within the other', () => {
    const html = [wordItem('甲', '·'), wordItem('甲之一', 'o', 2), wordItem('乙', ''), wordItem('丙', '1.')].join('\n')
    expect(pasted(html)).toBe('- 甲\n  - 甲之一\n- 乙\n\n1. 丙')
  })

  it('keeps the numbers of an official text as words', () => {
    const html = [
      wordItem('总体要求', '一、'),
      wordItem('时间', '（一）'),
      wordItem('细则', '第三条'),
      wordItem('材料', '①'),
    ]
    expect(pasted(html.join(''))).toBe('一、总体要求\n\n（一）时间\n\n第三条细则\n\n①材料')
  })

  it('takes footnotes along', () => {
    const html = `<p>正文<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>。</p>
<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%"><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1"><span>[1]</span></a> 注的内容</p></div></div>`
    expect(pasted(html)).toBe('正文[^1]。\n\n[^1]: 注的内容')
  })

  it('cannot take pictures that lie on the writer’s disk', () => {
    expect(pasted('<p>前<img src="file:///C:/a/clip_image001.png">后</p>')).toBe('前后')
  })

  it('takes the first row of a table for its head', () => {
    const html = `<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal align=center><b>支部</b></p></td><td><p>人数</p></td></tr><tr><td><p>道桥</p><p>教研室</p></td><td align=right><p>3</p></td></tr></table>`
    expect(pasted(html)).toBe('| **支部** | 人数 |\n| - | -: |\n| 道桥<br>教研室 | 3 |')
  })

  it('keeps merged cells', () => {
    const html =
      '<table><tr><td colspan=2>合计</td></tr><tr><td rowspan=2>甲</td><td>1</td></tr><tr><td>2</td></tr></table>'
    expect(pasted(html)).toBe(
      '<table>\n<tr><td colspan="2">合计</td></tr>\n<tr><td rowspan="2">甲</td><td>1</td></tr>\n<tr><td>2</td></tr>\n</table>',
    )
  })
})

describe('WPS, Excel, WeChat, the web', () => {
  it('reads a sheet of Excel', () => {
    const html = `<html><body><table><!--StartFragment--><col width=72><tr height=20><td class=xl65 width=72>姓名</td><td x:num>得分</td></tr><tr><td>王静</td><td>98.5</td></tr><!--EndFragment--></table></body></html>`
    expect(pasted(html)).toBe('| 姓名 | 得分 |\n| - | - |\n| 王静 | 98.5 |')
  })

  it('finds the pictures that WeChat loads late, and words in its sections', () => {
    const html = `<section style="visibility: hidden;"><section><p style="text-indent:2em"><span leaf="" style="font-weight: bold">第一段</span><span>话</span></p></section><section nodeleaf=""><img class="rich_pages" data-src="https://mmbiz.qpic.cn/a/640?wx_fmt=png" src="data:image/svg+xml,x"></section><p><br></p>末段</section>`
    expect(pasted(html)).toBe('**第一段**话\n\n![](https://mmbiz.qpic.cn/a/640?wx_fmt=png)\n\n末段')
  })

  it('leaves scripts, buttons and counters behind', () => {
    const html =
      '<div><script>x()</script><style>p{}</style><p onclick="x()">话<img src="https://a.example/t.gif" width="1" height="1"></p><a href="javascript:x()">点</a><a href="https://a.example/">站</a></div>'
    expect(pasted(html)).toBe('话\n\n点[站](https://a.example/)')
  })

  it('tells apart breaks and paragraphs', () => {
    expect(pasted('<div>一<br>二<br><br>三</div><div>四</div>')).toBe('一\\\n二\n\n三\n\n四')
  })

  it('reads captions, quotes, code, rules and lists in lists', () => {
    const html =
      '<figure><img src="/uploads/a.png" alt="桥"><figcaption>大桥</figcaption></figure><blockquote><p>引</p></blockquote><pre>a\n b</pre><hr><ol start="3"><li>丙<ul><li>里</li></ul></li></ol>'
    expect(pasted(html)).toBe('![桥](/uploads/a.png "大桥")\n\n> 引\n\n```\na\n b\n```\n\n---\n\n3. 丙\n   - 里')
  })

  it('is not fooled by the wrapper of Google Docs', () => {
    expect(pasted('<b style="font-weight:normal"><p><span style="font-weight:700">粗</span>细</p></b>')).toBe(
      '**粗**细',
    )
  })

  it('reads the notes of mammoth', () => {
    const html =
      '<p>话<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup></p><ol><li id="footnote-1"><p> 注 <a href="#footnote-ref-1">↑</a></p></li></ol>'
    expect(pasted(html)).toBe('话[^1]\n\n[^1]: 注')
  })

  it.each([
    '',
    '<p></p>',
    '<table></table>',
    '<ul></ul>',
    '<b>',
    '<tr><td>',
    '</p></div>',
    '<p><br></p>',
  ])('survives %s', (html) => {
    expect(() => pasted(html)).not.toThrow()
  })
})
