import { describe, expect, it } from 'vitest'
import { readHistory } from './history.ts'
import { readIssuing } from './issuing.ts'

const read = (title: string, ...lines: string[]) => readIssuing(readHistory(lines).entries, title)

describe('who issued a text', () => {
  it('a law: the congress that adopted it, not who amended it', () => {
    const lines = [
      '1995年3月18日 第八届全国人民代表大会第三次会议通过',
      '2021年4月29日 第十三届全国人民代表大会常务委员会第二十八次会议《关于修改〈教育法〉的决定》第三次修正',
    ]
    expect(read('教育法', ...lines)).toEqual({
      issuer: '全国人民代表大会',
      documentNumber: null,
      adoptedOn: '1995-03-18',
      issuedOn: null,
    })
  })

  it('a regulation: who promulgated it, with the number of the order', () => {
    expect(
      read('某条例', '2004年4月28日 国务院第49次常务会议通过', '2004年4月30日 中华人民共和国国务院令第405号公布'),
    ).toEqual({
      issuer: '国务院',
      documentNumber: '国务院令第405号',
      adoptedOn: '2004-04-28',
      issuedOn: '2004-04-30',
    })
  })

  it('a revised regulation carries the number and the day of the revision', () => {
    const found = read(
      '某条例',
      '1994年1月28日 中华人民共和国国务院令第142号发布',
      '2018年12月18日 中华人民共和国国务院令第707号第四次修订',
    )
    expect(found).toMatchObject({ documentNumber: '国务院令第707号', issuedOn: '2018-12-18' })
  })

  it('a decision in 《》 that amends has no number of its own here', () => {
    const found = read(
      '某条例',
      '2004年4月30日 国务院令第405号公布',
      '2017年10月7日 《国务院关于修改部分行政法规的决定》修订',
    )
    expect(found).toMatchObject({ documentNumber: '国务院令第405号', issuedOn: '2004-04-30' })
  })

  it.each([
    [
      '2003年9月11日 中华人民共和国国务院、中华人民共和国中央军事委员会令第391号公布',
      '国务院、中央军事委员会',
      '国务院、中央军事委员会令第391号',
    ],
    ['2019年5月10日 交通运输部令2019年第10号公布', '交通运输部', '交通运输部令2019年第10号'],
    ['2017年2月4日 教育部第49号令公布', '教育部', '教育部第49号令'],
    ['1987年7月1日 国务院发布', '国务院', null],
    ['1993年3月31日 中中华人民共和国主席令第三号公布', null, '主席令第三号'],
    ['2019年11月29日 北京市第十五届人民代表大会常务委员会第十六次会议通过', '北京市人民代表大会常务委员会', null],
    ['2004年8月30日 最高人民法院审判委员会第1324次会议通过，法释〔2004〕12号', '最高人民法院', '法释〔2004〕12号'],
    ['2021年11月16日 国家互联网信息办公室2021年第20次室务会议审议通过', '国家互联网信息办公室', null],
    ['1958年1月9日 全国人民代表大会常务委员会第九十一次会议通过', '全国人民代表大会常务委员会', null],
    ['2018年10月1日 中共中央印发', '中共中央', null],
    ['1988年4月28日 国务院批准', null, null],
    ['1985年9月18日 国务院', null, null],
  ])('%s', (line, issuer, documentNumber) => {
    expect(read('某规定', line)).toMatchObject({ issuer, documentNumber })
  })

  it('without a note, the title may tell', () => {
    expect(read('国务院关于印章管理的规定')).toMatchObject({ issuer: '国务院', adoptedOn: null, issuedOn: null })
    expect(read('教育部、财政部关于奖学金的通知').issuer).toBe('教育部、财政部')
    expect(read('广告管理条例').issuer).toBeNull()
  })
})
