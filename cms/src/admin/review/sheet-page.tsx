/** 审核单: what the college files of a piece, on one sheet of A4. */
import { Box, Button, Flex, Link, Typography } from '@strapi/design-system'
import { ArrowLeft, File } from '@strapi/icons'
import { Page, useFetchClient } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'
import { Link as RouterLink, useParams } from 'react-router-dom'
import styled, { createGlobalStyle } from 'styled-components'
import { formOf } from '../publication/edit-link'
import { review as texts } from '../texts/review'
import type { Act, Review } from './answers'
import { reviewAddress } from './use-review'

/** Only the sheet is printed: nothing of the desk around it. */
const PrintAlone = createGlobalStyle`
  @page { size: A4; margin: 18mm 16mm; }
  @media print {
    body * { visibility: hidden; }
    #review-sheet, #review-sheet * { visibility: visible; }
    #review-sheet { position: absolute; inset: 0 0 auto 0; box-shadow: none; margin: 0; padding: 0; }
  }
`

const Sheet = styled.article`
  max-width: 190mm;
  margin: 0 auto;
  padding: 14mm;
  background: #fff;
  color: #000;
  font-size: 1.4rem;
  line-height: 1.6;
  box-shadow: 0 1px 4px rgb(0 0 0 / 20%);
  h1 { font-size: 2.2rem; font-weight: 700; text-align: center; letter-spacing: 0.3em; margin-bottom: 6mm; }
  table { width: 100%; border-collapse: collapse; margin-bottom: 5mm; table-layout: fixed; }
  th, td { border: 1px solid #000; padding: 2mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
  th { font-weight: 700; width: 26mm; background: #f4f4f4; }
  thead th { text-align: center; width: auto; }
  tr { break-inside: avoid; }
  .fingerprint { font-family: monospace; font-size: 1.1rem; }
  .signature { height: 14mm; }
`

const instant = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'medium', hourCycle: 'h23' })
const at = (iso: string) => instant.format(new Date(iso))

function Opinion({ act }: { act: Act | null }) {
  return <td>{act ? act.note || texts.sheetAgreed : texts.none}</td>
}

function Proofreading({ act }: { act: Act | null }) {
  if (!act) return <td>{texts.none}</td>
  return (
    <td>
      {texts.proofread(act.marks.length)}
      {act.marks.map((mark) => (
        <div key={`${mark.prefix}${mark.quote}${mark.comment}`}>
          {texts.marks[mark.type]}：“{mark.quote}” {mark.comment}
        </div>
      ))}
    </td>
  )
}

function Head({ review }: { review: Review }) {
  const fields = texts.sheetFields
  const { submission } = review
  const rows: [string, string][] = [
    [fields.title, review.title ?? texts.none],
    [fields.column, review.column ?? texts.none],
    [fields.submitter, submission ? texts.by(submission.actor.name, submission.actor.role) : texts.none],
    [fields.submittedAt, submission ? at(submission.at) : texts.none],
    [fields.state, texts.states[review.state]],
  ]
  return (
    <table>
      <tbody>
        {rows.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Levels({ review }: { review: Review }) {
  return (
    <table>
      <thead>
        <tr>
          {Object.values(texts.sheetHead).map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {review.levels.map(({ level, approval }) => (
          <tr key={level}>
            <th scope="row">{texts.levels[level]}</th>
            <td className="signature">{approval ? texts.by(approval.actor.name, approval.actor.role) : ''}</td>
            <td>{approval ? at(approval.at) : texts.none}</td>
            <Opinion act={approval} />
            <Proofreading act={approval} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Record({ history }: { history: Act[] }) {
  return (
    <table>
      <tbody>
        <tr>
          <th scope="row">{texts.history}</th>
          <td>
            {history.toReversed().map(({ step, act, level, actor, note, at: when }) => (
              <div key={step}>
                {at(when)} {texts.by(actor.name, actor.role)} {level ? texts.levels[level] : ''}
                {texts.acts[act]}
                {note && `：${note}`}
              </div>
            ))}
          </td>
        </tr>
      </tbody>
    </table>
  )
}

export function SheetPage() {
  const { uid = '', documentId = '' } = useParams()
  const { get } = useFetchClient()
  const [review, setReview] = useState<Review | null>(null)
  const [isFailed, setFailed] = useState(false)
  useEffect(() => {
    get<{ data: Review }>(reviewAddress(uid, documentId))
      .then(({ data }) => setReview(data.data))
      .catch(() => setFailed(true))
  }, [get, uid, documentId])
  if (isFailed) return <Page.Error />
  if (!review) return <Page.Loading />
  return (
    <Page.Main>
      <PrintAlone />
      <Page.Title>{texts.sheetTitle}</Page.Title>
      <Flex padding={6} gap={4} justifyContent="space-between">
        <Link tag={RouterLink} to={formOf({ uid, documentId, title: null })} startIcon={<ArrowLeft />}>
          {texts.back}
        </Link>
        <Button startIcon={<File />} onClick={() => window.print()}>
          {texts.print}
        </Button>
      </Flex>
      <Box paddingBottom={8} paddingLeft={4} paddingRight={4}>
        <Sheet id="review-sheet">
          <h1>{texts.sheetTitle}</h1>
          <Head review={review} />
          <Levels review={review} />
          <Record history={review.history} />
          <p>
            {texts.sheetFingerprint}：<span className="fingerprint">{review.fingerprint}</span>
          </p>
          <Typography variant="pi">{texts.sheetFingerprintHint}</Typography>
          <p>{texts.sheetPrinted(at(new Date().toISOString()))}</p>
        </Sheet>
      </Box>
    </Page.Main>
  )
}
