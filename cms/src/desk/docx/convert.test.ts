import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { buildDocx, p, picture, table } from '../../../tests/setup/docx'
import { convertDocx } from './convert'
import { openArchive } from './open-archive'

const keep = async () => '/uploads/a.png'
const convert = (docx: Buffer, hasHeadings = false) => convertDocx(docx, { hasHeadings }, keep)
const codeOf = (docx: Buffer) =>
  convert(docx).then(
    () => null,
    (error: { details?: { code?: string } }) => error.details?.code ?? String(error),
  )

const official: [string, string][] = [
  ['chineseCounting', '%1、'],
  ['chineseCounting', '（%2）'],
  ['decimal', '%3.'],
]

describe('a Word file', () => {
  it('becomes title and text', async () => {
    const docx = await buildDocx([
      p('关于开展学习的通知', { style: 'Title' }),
      p('各党总支：'),
      p('加粗的话', { bold: true }),
      p('工作安排', { style: '1' }),
      table([
        ['时间', '地点'],
        ['周五', '礼堂'],
      ]),
      picture('会场'),
    ])
    expect(await convert(docx)).toEqual({
      title: '关于开展学习的通知',
      body: '各党总支：\n\n**加粗的话**\n\n## 工作安排\n\n| 时间 | 地点 |\n| - | - |\n| 周五 | 礼堂 |\n\n![会场](/uploads/a.png)',
      lostPictures: 0,
    })
  })

  it('keeps the numbers that Word counts by itself', async () => {
    const docx = await buildDocx(
      [
        p('通知'),
        p('总体要求', { number: [1, 0] }),
        p('提高认识', { number: [1, 1] }),
        p('抓好落实', { number: [1, 1] }),
        p('工作安排', { number: [1, 0], style: '1' }),
        p('动员部署', { number: [1, 1] }),
        p('第一步', { number: [1, 2] }),
        p('总则', { number: [2, 0] }),
      ],
      [official, [['chineseCountingThousand', '第%1条', 12]]],
    )
    expect((await convert(docx)).body).toBe(
      [
        ...['一、总体要求', '（一）提高认识', '（二）抓好落实', '## 二、工作安排', '（一）动员部署'],
        ...['1\\. 第一步', '第十二条　总则'],
      ].join('\n\n'),
    )
  })

  it('keeps the numbers that come with a style', async () => {
    const docx = await buildDocx(
      [
        p('题目'),
        p('总体要求', { style: 'a1' }),
        p('话。'),
        p('提高认识', { style: 'a2' }),
        p('安排', { style: 'a1' }),
      ],
      [
        [
          ['chineseCounting', '%1、', 1, 'a1'],
          ['chineseCounting', '（%2）', 1, 'a2'],
        ],
      ],
      undefined,
      [
        ['a1', '一级条', 1],
        ['a2', '二级条', 1],
      ],
    )
    expect((await convert(docx)).body).toBe('一、总体要求\n\n话。\n\n（一）提高认识\n\n二、安排')
  })

  it('leaves plain lists lists', async () => {
    const docx = await buildDocx(
      [
        p('题目'),
        p('甲', { number: [1, 0] }),
        p('乙', { number: [1, 0] }),
        p('中间的话'),
        p('丙', { number: [1, 0] }),
        p('点', { number: [2, 0] }),
      ],
      [[['decimal', '%1.']], [['bullet', '·']]],
    )
    expect((await convert(docx)).body).toBe('1. 甲\n2. 乙\n\n中间的话\n\n3\\. 丙\n\n- 点')
  })

  it('is offered headings where its writer set none', async () => {
    const docx = await buildDocx([
      p('题目'),
      p('一、总体要求', { bold: true }),
      p('（一）提高认识'),
      p('（二）抓好落实。各支部要高度重视，认真组织。'),
    ])
    expect((await convert(docx, true)).body).toBe(
      '## 一、总体要求\n\n### （一）提高认识\n\n（二）抓好落实。各支部要高度重视，认真组织。',
    )
  })

  it('says how many pictures it could not bring', async () => {
    const docx = await buildDocx([p('题目'), picture('x'), p('话。')])
    expect(await convertDocx(docx, { hasHeadings: false }, async () => null)).toMatchObject({
      body: '话。',
      lostPictures: 1,
    })
  })
})

describe('what is refused', () => {
  const zipOf = async (files: Record<string, string | Buffer>) => {
    const zip = new JSZip()
    for (const [name, content] of Object.entries(files)) zip.file(name, content)
    return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
  }
  const types = { '[Content_Types].xml': '<Types/>' }

  it.each([
    ['an old .doc', async () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'DOCX_NOT_WORD'],
    ['nothing', async () => Buffer.alloc(0), 'DOCX_NOT_WORD'],
    ['half a file', async () => (await buildDocx([p('x')])).subarray(0, 300), 'DOCX_BROKEN'],
    ['a workbook', () => zipOf({ ...types, 'xl/workbook.xml': '<x/>' }), 'DOCX_NOT_WORD'],
    ['a bomb of text', () => zipOf({ ...types, 'word/document.xml': Buffer.alloc(9 * 1024 * 1024) }), 'DOCX_TOO_LARGE'],
    [
      'entities',
      () => zipOf({ ...types, 'word/document.xml': '<!DOCTYPE x><x/>', 'word/numbering.xml': '<x/>' }),
      'DOCX_BROKEN',
    ],
    ['an empty page', () => buildDocx([]), 'DOCX_EMPTY'],
  ])('%s', async (_name, make, code) => expect(await codeOf(await make())).toBe(code))

  it('a bomb of pictures', async () => {
    const docx = await buildDocx([p('x'), picture('x')], [], Buffer.alloc(3_000_000))
    expect(docx.length).toBeLessThan(20_000)
    await expect(openArchive(docx, 2_000_000)).rejects.toMatchObject({ details: { code: 'DOCX_TOO_LARGE' } })
  })
})
