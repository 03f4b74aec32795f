/** dependency-cruiser does not read .astro files; pages keep to the same rule: nothing of ours outside site/src. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const sources = path.resolve(import.meta.dirname, '../../site/src')
const files = fs.readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.astro'))

function importsOf(file: string): string[] {
  const text = fs.readFileSync(path.join(sources, file), 'utf8')
  return [...text.matchAll(/\b(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)].map((match) => match[1] ?? '')
}

const leavesSources = (file: string, specifier: string) =>
  path.relative(sources, path.resolve(sources, path.dirname(file), specifier)).startsWith('..')

describe('pages and components', () => {
  it('are found', () => {
    expect(files.length).toBeGreaterThan(0)
    expect(files.flatMap(importsOf).length).toBeGreaterThan(0)
  })

  it('import nothing from outside site/src', () => {
    const strays = files.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => leavesSources(file, specifier))
        .map((specifier) => `${file} imports ${specifier}`),
    )
    expect(strays).toEqual([])
  })
})
