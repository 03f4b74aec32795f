import { describe, expect, it } from 'vitest'
import { describePlace, findPlace } from './place'

const text = '第一段讲支部。第二段也讲支部，讲得更细。'

describe('a place in a text', () => {
  it('is told by its surroundings and found again', () => {
    const second = text.lastIndexOf('支部')
    const place = describePlace(text, second, second + 2)
    expect(place).toEqual({ quote: '支部', prefix: '第一段讲支部。第二段也讲', suffix: '，讲得更细。' })
    expect(findPlace(text, place)?.start).toBe(second)
    // something was written before it
    expect(findPlace(`按语：${text}`, place)?.start).toBe(second + 3)
  })

  it('is the nearest where its surroundings have changed', () => {
    expect(findPlace('第二段也谈支部，讲得更细。', { quote: '支部', prefix: '也讲', suffix: '，讲得' })?.start).toBe(5)
  })

  it.each([
    ['', { quote: '支部', prefix: '', suffix: '' }],
    ['没有这两个字', { quote: '支部', prefix: '', suffix: '' }],
    ['支部', { quote: '', prefix: '', suffix: '' }],
  ])('in “%s”, %j is nowhere', (where, place) => {
    expect(findPlace(where, place)).toBeNull()
  })

  it('at the edges has nothing around it', () => {
    expect(describePlace('支部', 0, 2)).toEqual({ quote: '支部', prefix: '', suffix: '' })
    expect(findPlace('支部', { quote: '支部', prefix: '在', suffix: '里' })).toEqual({ start: 0, fit: 0 })
  })
})
