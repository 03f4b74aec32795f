import { describe, expect, it } from 'vitest'
import { findRepealed, readEffectiveOn } from './effect.ts'
import { readHistory } from './history.ts'

const effective = (paragraphs: string[], ...note: string[]) => readEffectiveOn(paragraphs, readHistory(note).entries)

const ADOPTED = '1980年9月10日 第五届全国人民代表大会第三次会议通过'
const SINGLE_ARTICLES = '2009年8月27日 某次会议《关于修改部分法律的决定》第一次修正'
const REVISED = '2015年4月24日 某次会议修订'

describe('when a text takes effect', () => {
  it.each([
    ['第八十六条 本法自1995年9月1日起施行。', '1995-09-01'],
    ['第四十一条 本条例于2007年9月1日起施行。某规定同时废止。', '2007-09-01'],
    ['第九条 本规定自一九八五年十月一日起实施', '1985-10-01'],
    ['第五十四条 本法（原称《军官服役条例》）自1989年1月1日起施行。', '1989-01-01'],
    ['第六十条 本法由全国人民代表大会通过，自2020年1月1日起施行。', '2020-01-01'],
    ['自2021年1月1日起施行。', '2021-01-01'],
    ['第三条 自2020年12月31日起，应当提前三十日报告。', null],
    ['《甲法》自2020年1月1日起施行以后，依照其规定。', null],
    ['第九条 从1997年1月1日起，在全国范围内开征。', null],
  ])('%s', (paragraph, date) => {
    expect(effective([paragraph])).toBe(date)
  })

  it('the last clause counts', () => {
    expect(effective(['第二条 本法自2000年1月1日起施行。', '第三条 本法自2001年1月1日起施行。'])).toBe('2001-01-01')
  })

  it('自公布之日起: the day of the publication', () => {
    const clause = ['第十八条 本法自公布之日起施行。']
    expect(effective(clause, ADOPTED)).toBe('1980-09-10')
    expect(effective(clause, '2000年1月1日 国务院第2次常务会议通过', '2000年1月9日 国务院令第1号公布')).toBe(
      '2000-01-09',
    )
  })

  it('changing single articles does not move it, a full revision does', () => {
    const clause = ['第十八条 本法自公布之日起施行。']
    expect(effective(clause, ADOPTED, SINGLE_ARTICLES)).toBe('1980-09-10')
    expect(effective(clause, ADOPTED, REVISED)).toBe('2015-04-24')
    expect(effective(clause, ADOPTED, REVISED, '2018年10月26日 某次会议《关于修改甲法的决定》修正')).toBe('2015-04-24')
  })

  it('is not guessed where the publication is unknown', () => {
    expect(effective(['本规定自发布之日起施行。'])).toBeNull()
    expect(effective(['本规定自发布之日起施行。'], '1988年5月10日 国务院批准')).toBeNull()
  })

  it('may stand in the note', () => {
    expect(effective(['第一条 甲。'], ADOPTED, '1981年1月1日 施行')).toBe('1981-01-01')
    expect(effective(['第一条 甲。'], '1993年3月29日 全国人民代表大会公告公布施行')).toBe('1993-03-29')
    expect(effective(['第一条 甲。'], '2021年9月1日 教育部令第50号公布 自2021年11月1日起施行')).toBe('2021-11-01')
    expect(effective(['第一条 甲。'], '1985年9月18日 国务院发布', '发布之日施行')).toBe('1985-09-18')
    expect(effective(['第一条 甲。'], ADOPTED)).toBeNull()
  })
})

describe('what a text repeals', () => {
  it.each([
    ['第四十五条 本法自2025年1月1日起施行。《中华人民共和国学位条例》同时废止。', ['学位条例']],
    ['本法自2004年1月1日起施行，《居民身份证条例》同时废止。', ['居民身份证条例']],
    ['自2013年7月1日起施行。《甲法》和《乙法》同时废止。', ['甲法', '乙法']],
    ['1960年2月11日国务院批准的《甲办法》，1988年3月9日国务院发布的《乙条例》同时废止。', ['甲办法', '乙条例']],
    ['1990年11月22日《国务院关于修改〈甲办法〉的决定》同时废止。', ['国务院关于修改〈甲办法〉的决定']],
    ['《反倾销和反补贴条例》中关于反倾销的规定同时废止。', []],
    ['应当提请废止《甲法》。', []],
    ['依照《甲法》的规定，对不适当的规定应当提出修改或者废止的建议。', []],
    ['原有规定，即行废止。', []],
  ])('%s', (paragraph, titles) => {
    expect(findRepealed([paragraph], '丙法')).toEqual(titles)
  })

  it('an earlier text of its own name is a version, not repealed', () => {
    expect(findRepealed(['1993年发布的《中华人民共和国丙法》同时废止。'], '丙法')).toEqual([])
  })
})
