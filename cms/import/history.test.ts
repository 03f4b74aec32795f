import { describe, expect, it } from 'vitest'
import { eventOf, readHistory } from './history.ts'

const read = (...lines: string[]) => readHistory(lines).entries
const codes = (...lines: string[]) => readHistory(lines).decisions.map(({ code }) => code)

describe('what happened', () => {
  it.each([
    ['第八届全国人民代表大会第三次会议通过', 'adopted'],
    ['第六届全国人民代表大会常务委员会第二十三次会议《关于修改〈甲法〉的决定》第一次修正', 'amended'],
    ['国务院第161次常务会议修订通过', 'amended'],
    ['第八届全国人民代表大会第一次会议通过的《中华人民共和国宪法修正案》', 'amended'],
    ['政务院修正公布', 'amended'],
    ['国务院批准修订', 'amended'],
    ['中华人民共和国国务院令第707号第四次修订', 'amended'],
    ['中华人民共和国国务院令第405号公布', 'promulgated'],
    ['中华人民共和国国务院令第405号', 'promulgated'],
    ['教育部第49号令', 'promulgated'],
    ['全国人民代表大会公告公布施行', 'promulgated'],
    ['国家统计局令第1号发布  自发布之日施行', 'promulgated'],
    ['最高人民法院审判委员会第1324次会议通过，法释〔2004〕12号', 'adopted'],
    ['最高人民法院审判委员会第1299次会议通过 自2004年4月1日起施行', 'adopted'],
    ['国务院批准', 'approved'],
    ['施行', 'effective'],
    ['废止', 'repealed'],
    ['', 'other'],
    ['国务院', 'other'],
  ])('%s: %s', (text, event) => {
    expect(eventOf(text)).toBe(event)
  })
})

describe('the note', () => {
  it('is one entry a line', () => {
    expect(read('1995年3月18日 第八届全国人民代表大会第三次会议通过', '2021年4月29日 某次会议修正')).toEqual([
      { date: '1995-03-18', text: '第八届全国人民代表大会第三次会议通过', event: 'adopted' },
      { date: '2021-04-29', text: '某次会议修正', event: 'amended' },
    ])
  })

  it('may stand in brackets, all of it in one line', () => {
    const line =
      '（1995年3月18日第八届全国人民代表大会第三次会议通过　根据2009年8月27日某次会议《关于修改部分法律的决定》第一次修正）'
    expect(read(line)).toEqual([
      { date: '1995-03-18', text: '第八届全国人民代表大会第三次会议通过', event: 'adopted' },
      { date: '2009-08-27', text: '某次会议《关于修改部分法律的决定》第一次修正', event: 'amended' },
    ])
    expect(codes(line)).toEqual(['history-split'])
  })

  it('is split where 通过 runs into 根据', () => {
    const [first, second] = read('1988年7月1日 某次会议通过根据1994年5月12日某次会议《关于修改（军衔条例）的决定》修正')
    expect(first).toMatchObject({ date: '1988-07-01', event: 'adopted' })
    expect(second).toEqual({ date: '1994-05-12', text: '某次会议《关于修改（军衔条例）的决定》修正', event: 'amended' })
  })

  it('is not split at a second date of the same act', () => {
    const line = '2010年7月21日 国务院第120次常务会议、2010年3月29日中央军事委员会常务会议修订'
    expect(read(line)).toHaveLength(1)
    expect(codes(line)).toEqual([])
  })

  it('loses half brackets, spaces and a dangling 根据', () => {
    expect(read('2024年7月10日 国务院令第786号修订）')[0]?.text).toBe('国务院令第786号修订')
    expect(read('2011年1月8日 《某决定》第一次修订  根据')[0]?.text).toBe('《某决定》第一次修订')
    expect(read('1995年3月18日 某次会议通过（节录）')[0]?.text).toBe('某次会议通过（节录）')
  })

  it('joins what was broken into lines', () => {
    const lines = ['2019年8月26日 某次会议《关于修改〈土地管理法〉', '〈城市房地产管理法〉的决定》第三次修正']
    expect(read(...lines)).toEqual([
      {
        date: '2019-08-26',
        text: '某次会议《关于修改〈土地管理法〉、〈城市房地产管理法〉的决定》第三次修正',
        event: 'amended',
      },
    ])
    expect(codes(...lines)).toEqual(['history-joined'])
  })

  it('keeps what follows a finished entry apart', () => {
    expect(read('1981年10月13日 国务院批准', '文化部', '海关总署发布')).toEqual([
      { date: '1981-10-13', text: '国务院批准', event: 'approved' },
      { date: null, text: '文化部、海关总署发布', event: 'promulgated' },
    ])
  })

  it('keeps lines in front of the first date as they are', () => {
    expect(read('教育部文件', '教学〔2005〕5号', '2005年3月25日 教育部印发').map(({ text }) => text)).toEqual([
      '教育部文件',
      '教学〔2005〕5号',
      '教育部印发',
    ])
  })

  it('may be missing', () => {
    expect(readHistory([])).toEqual({ entries: [], decisions: [] })
  })
})
