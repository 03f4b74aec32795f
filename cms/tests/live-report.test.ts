import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createColumn, createPublished } from './setup/content.ts'
import { failureOf, healthy, latestSequence, reportOf, sendReport } from './setup/reports.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

let cms: TestCms

beforeAll(async () => {
  cms = await startCms()
  await createColumn(cms)
})
afterAll(() => cms.stop())

async function publishOne() {
  const { documentId } = await createPublished(cms)
  return { documentId, sequence: await latestSequence(cms) }
}
const rowOf = (sequence: number) => cms.strapi.db.connection('publication_changes').where({ sequence }).first()
const liveAtOf = async (sequence: number) => {
  const { live_at_ms } = await rowOf(sequence)
  return live_at_ms === null ? null : new Date(Number(live_at_ms)).toISOString()
}
const failures = () => cms.strapi.db.connection('publication_failures').orderBy('address')
const engine = async () => {
  const { health, problem, sequence } = await cms.strapi.db.connection('publication_engine').first()
  return { sequence: Number(sequence), health: JSON.parse(health), problem: JSON.parse(problem) }
}
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()

describe('a report', () => {
  it('marks what is live with its time, its milliseconds and its pages', async () => {
    const { sequence } = await publishOne()
    const changes = [{ sequence, durationMs: 12.4, pages: ['/news/a/', '/news/'], pageCount: 2 }]
    const report = reportOf(sequence, { changes })
    expect((await sendReport(cms, report)).status).toBe(200)
    expect(await liveAtOf(sequence)).toBe(report.liveAt)
    const { render_ms, page_count, pages } = await rowOf(sequence)
    expect({ render_ms, page_count, pages: JSON.parse(pages) }).toEqual({
      render_ms: 12,
      page_count: 2,
      pages: ['/news/a/', '/news/'],
    })
  })

  it('marks everything that was taken, also what it does not name', async () => {
    const [first, second] = [await publishOne(), await publishOne()]
    const { body } = await sendReport(cms, reportOf(second.sequence))
    expect(body.data).toEqual({ marked: 2 })
    expect(await liveAtOf(first.sequence)).not.toBeNull()
  })

  it('marks a change that is through while an earlier one waits', async () => {
    const [first, second] = [await publishOne(), await publishOne()]
    const changes = [{ sequence: second.sequence, durationMs: 5, pages: ['/'], pageCount: 1 }]
    await sendReport(cms, reportOf(first.sequence - 1, { changes }))
    expect([await liveAtOf(first.sequence), await liveAtOf(second.sequence)]).toEqual([null, expect.any(String)])
    await sendReport(cms, reportOf(second.sequence))
  })

  it('does no harm when it comes twice', async () => {
    const { sequence } = await publishOne()
    const changes = [{ sequence, durationMs: 5, pages: [], pageCount: 0 }]
    const report = reportOf(sequence, { changes })
    await sendReport(cms, report)
    const before = await rowOf(sequence)
    const { body } = await sendReport(cms, { ...report, liveAt: inSeconds(0) })
    expect(body.data).toEqual({ marked: 0 })
    expect(await rowOf(sequence)).toEqual(before)
  })

  it('leaves what fails unmarked until it works', async () => {
    const [good, bad] = [await publishOne(), await publishOne()]
    const changes = [{ sequence: bad.sequence, durationMs: 5, pages: ['/'], pageCount: 1 }]
    await sendReport(cms, reportOf(bad.sequence, { changes, failures: [failureOf(bad.documentId)] }))
    expect([await liveAtOf(good.sequence), await liveAtOf(bad.sequence)]).toEqual([expect.any(String), null])
    expect(await failures()).toMatchObject([{ document_id: bad.documentId, code: 'RENDER_FAILED' }])
    const mended = reportOf(bad.sequence)
    await sendReport(cms, mended)
    expect(await liveAtOf(bad.sequence)).toBe(mended.liveAt)
    expect(await rowOf(bad.sequence)).toMatchObject({ render_ms: 5, page_count: 1 })
    expect(await failures()).toEqual([])
  })

  it('keeps since when a page fails while others come and go', async () => {
    await sendReport(cms, reportOf(1, { failures: [failureOf('a')] }))
    const [{ since_ms }] = await failures()
    const later = [failureOf('a', { reason: 'again' }), failureOf(null, { address: '/z/', code: 'RENDER_TIMEOUT' })]
    await sendReport(cms, reportOf(1, { failures: later }))
    expect(await failures()).toMatchObject([{ since_ms, reason: 'again' }, { address: '/z/' }])
    await sendReport(cms, reportOf(1))
  })

  it('tells nothing live while the engine is stopped by a problem', async () => {
    const { sequence } = await publishOne()
    await sendReport(cms, reportOf(sequence, { problem: { code: 'DISK_FULL', reason: 'ENOSPC' } }))
    expect(await liveAtOf(sequence)).toBeNull()
    expect((await engine()).problem).toEqual({ code: 'DISK_FULL', reason: 'ENOSPC' })
    await sendReport(cms, reportOf(sequence))
    expect(await liveAtOf(sequence)).not.toBeNull()
    expect((await engine()).problem).toBeNull()
  })

  it('that was delayed on the way brings back no failure that is over, nor an old health', async () => {
    const { documentId, sequence } = await publishOne()
    const delayed = reportOf(sequence, { failures: [failureOf(documentId)], health: { ...healthy, queue: 9 } })
    await sendReport(cms, { ...reportOf(sequence), liveAt: inSeconds(0) })
    await sendReport(cms, { ...delayed, liveAt: inSeconds(-5) })
    expect(await failures()).toEqual([])
    expect((await engine()).health).toEqual(healthy)
  })

  it('is believed again after the publisher’s clock was put back', async () => {
    const { sequence } = await publishOne()
    await sendReport(cms, { ...reportOf(sequence), liveAt: inSeconds(3600) })
    await sendReport(cms, reportOf(sequence, { health: { ...healthy, queue: 7 } }))
    expect((await engine()).health.queue).toBe(7)
  })

  it('with thousands of changes and failures is taken in whole', async () => {
    const { sequence } = await publishOne()
    const changes = Array.from({ length: 2000 }, (_, index) => {
      return { sequence: index + 1, durationMs: 1, pages: ['/news/'], pageCount: 1 }
    })
    const failing = Array.from({ length: 2000 }, (_, index) => failureOf(`d${index}`, { address: `/news/${index}/` }))
    const { status } = await sendReport(cms, reportOf(sequence, { changes, failures: failing }))
    expect(status).toBe(200)
    expect((await failures()).length).toBe(500)
    await sendReport(cms, reportOf(sequence))
  })

  it('reports that arrive at the same moment all count', async () => {
    const { sequence } = await publishOne()
    const answers = await Promise.all(Array.from({ length: 8 }, () => sendReport(cms, reportOf(sequence))))
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(8).fill(200))
    const marked = answers.map(({ body }) => (body.data as { marked: number }).marked)
    expect(marked.sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 1])
  })

  it.each([
    {},
    [],
    { ...reportOf(1), sequence: '1' },
    { ...reportOf(1), liveAt: 'yesterday' },
    { ...reportOf(1), failures: [failureOf('a', { code: 'OTHER' as never })] },
    { ...reportOf(1), health: { ...healthy, queue: -1 } },
  ])('is refused when it is malformed: %j', async (data) => {
    const { status, body } = await sendReport(cms, data)
    expect([status, body.error?.details.code]).toEqual([400, 'BAD_REQUEST'])
  })

  it('is refused from strangers', async () => {
    expect((await sendReport(cms, reportOf(1), {})).status).toBe(401)
  })
})

describe('an installation from before', () => {
  it('starts, and what was live stays so', async () => {
    const { sequence } = await publishOne()
    await sendReport(cms, reportOf(sequence))
    const knex = cms.strapi.db.connection
    await knex.schema.dropTable('publication_engine')
    await knex.schema.dropTable('publication_failures')
    await knex.schema.alterTable('publication_changes', (table) => {
      table.dropColumns('pages', 'title', 'actor')
      table.text('error')
    })
    await cms.restart()
    expect(await liveAtOf(sequence)).not.toBeNull()
    const next = await publishOne()
    expect((await sendReport(cms, reportOf(next.sequence))).body.data).toEqual({ marked: 1 })
  })
})
