/**
 * Makes the sample handouts: each .html here becomes a PDF of A4 pages, the form a Word file. By hand:
 *   node cms/sample/drawings/papers/print.ts
 * Needs Chromium and the Noto CJK fonts on the machine.
 */

import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { applicationForm } from './form.ts'
import { wordFile } from './word.ts'

const HERE = import.meta.dirname
const MEDIA = join(HERE, '../../media')
const chromium = process.env.CHROMIUM ?? 'chromium'

const profile = await mkdtemp(join(tmpdir(), 'print-'))
try {
  for (const page of (await readdir(HERE)).filter((name) => name.endsWith('.html'))) {
    const target = join(MEDIA, page.replace('.html', '.pdf'))
    const paper = ['--no-pdf-header-footer', `--print-to-pdf=${target}`, join(HERE, page)]
    await promisify(execFile)(chromium, [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      `--user-data-dir=${profile}`,
      ...paper,
    ])
    console.log(target)
  }
} finally {
  await rm(profile, { recursive: true, force: true })
}

await writeFile(join(MEDIA, '报名表.docx'), wordFile('报名表', applicationForm()))
