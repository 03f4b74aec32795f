import { describe, expect, it } from 'vitest'
import { chaptersOf } from './chapters.ts'

describe('chapters of a lesson', () => {
  it('are one a line, in the order of time', () => {
    expect(chaptersOf('12:05 案例\n00:00 由来\n\n1:02:03 小结')).toEqual([
      { seconds: 0, time: '00:00', title: '由来' },
      { seconds: 725, time: '12:05', title: '案例' },
      { seconds: 3723, time: '1:02:03', title: '小结' },
    ])
  })

  it('may be written with full-width colons and wide spaces', () => {
    expect(chaptersOf('  0：08　先说经历  \r\n')).toEqual([{ seconds: 8, time: '0:08', title: '先说经历' }])
  })

  it.each([null, '', '没有时间', '00:10', '1:2:3:4 甲', '00:1 甲'])('are none in %o', (written) => {
    expect(chaptersOf(written)).toEqual([])
  })
})
