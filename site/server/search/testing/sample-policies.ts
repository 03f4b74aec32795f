/** The laws that come with the portal's sample, as the texts that searches are tried on. */
import fs from 'node:fs'
import path from 'node:path'

const folder = path.resolve(import.meta.dirname, '../../../../cms/sample/policies')

export const samplePolicies = (): { title: string; body: string }[] =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => ({
      title: path.basename(file, '.md'),
      body: fs.readFileSync(path.join(folder, file), 'utf8'),
    }))
