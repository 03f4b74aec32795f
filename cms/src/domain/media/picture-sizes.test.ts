import { describe, expect, it } from 'vitest'
import { renditionSizes } from './picture-sizes'

const widthsOf = (width: number, height = 100) => renditionSizes({ width, height }).map((size) => size.width)

describe('the sizes of a picture', () => {
  it.each([
    [1, [1]],
    [319, [319]],
    [320, [320]],
    [322, [322]],
    [400, [320, 400]],
    [500, [320, 500]],
    [640, [320, 480, 640]],
    [1000, [320, 480, 1000]],
    [1200, [320, 480, 960, 1200]],
    [1600, [320, 480, 960, 1600]],
    [1601, [320, 480, 960, 1600]],
    [8000, [320, 480, 960, 1600]],
  ])('%i pixels wide: %j', (width, expected) => {
    expect(widthsOf(width)).toEqual(expected)
  })

  it('keep its shape', () => {
    expect(renditionSizes({ width: 1000, height: 667 })).toEqual([
      { width: 320, height: 213 },
      { width: 480, height: 320 },
      { width: 1000, height: 667 },
    ])
    expect(renditionSizes({ width: 4000, height: 3 })[0]).toEqual({ width: 320, height: 1 })
  })

  it('leave out what no format can hold: a long picture has narrow versions alone', () => {
    expect(widthsOf(1000, 20_000)).toEqual([320, 480])
    expect(widthsOf(300, 20_000)).toEqual([])
  })
})
