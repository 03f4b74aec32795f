/** Whatever a test prints without meaning to is a warning that nobody reads: it fails the test. */
import { afterEach, beforeEach, expect, vi } from 'vitest'

const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const

let printed: unknown[][] = []

beforeEach(() => {
  printed = []
  for (const method of METHODS) {
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => {
      printed.push(words)
    })
  }
})

afterEach(() => {
  vi.restoreAllMocks()
  expect(printed, 'output on the console').toEqual([])
})
