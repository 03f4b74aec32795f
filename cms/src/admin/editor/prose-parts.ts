/** Figures, notes and tables of a text; see prose.ts. */
import { css } from 'styled-components'

export const figures = css`
  .prose figure {
    margin: 1.5em 0;
    text-indent: 0;
  }

  .prose figure.selected {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 4px;
  }

  .prose figure > img {
    display: block;
    max-width: 100%;
    margin-inline: auto;
  }

  .prose figure > :is(video, audio) {
    width: 100%;
  }

  .prose figure .remote {
    padding: 24px;
    background: ${({ theme }) => theme.colors.warning100};
    font-size: 14px;
    text-align: center;
    word-break: break-all;
  }

  .prose figure input {
    border: 1px solid transparent;
    border-radius: 3px;
    background: none;
    color: inherit;
    font: inherit;
  }

  .prose figure input:is(:hover, :focus) {
    border-color: ${({ theme }) => theme.colors.neutral300};
  }

  .prose figure .caption {
    display: block;
    width: 100%;
    padding-top: 8px;
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: 15px;
    text-align: center;
  }

  .prose figure .words {
    display: flex;
    gap: 12px;
    align-items: center;
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: 13px;
    line-height: 2.2;
  }

  .prose figure .words label {
    display: flex;
    flex: 1;
    gap: 8px;
    white-space: nowrap;
  }

  .prose figure .words input {
    flex: 1;
    min-width: 0;
    padding: 0 8px;
    border-color: ${({ theme }) => theme.colors.neutral200};
  }

  .prose figure button {
    padding: 0 8px;
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    border-radius: 3px;
    background: ${({ theme }) => theme.colors.neutral0};
    color: ${({ theme }) => theme.colors.neutral800};
    font-size: 13px;
    cursor: pointer;
  }

  .prose figure p {
    margin: 4px 0;
    font-size: 13px;
    line-height: 1.6;
    text-align: center;
    text-indent: 0;
  }

  .prose figure .problem {
    color: ${({ theme }) => theme.colors.danger700};
  }
`

export const notes = css`
  .prose .footnote-ref {
    padding: 0 2px;
    color: ${({ theme }) => theme.colors.primary600};
  }

  .prose .footnotes {
    margin-top: 2.4em;
    padding-top: 0.8em;
    border-top: 1px solid ${({ theme }) => theme.colors.neutral900};
    font-size: 15px;
    line-height: 1.7;
  }

  .prose .footnotes::before {
    content: '注释';
    display: block;
    margin-bottom: 0.5em;
    font-weight: 700;
  }
`

export const tables = css`
  .prose .tableWrapper {
    overflow-x: auto;
  }

  .prose table {
    width: 100%;
    margin: 1.2em 0;
    border-collapse: collapse;
    font-size: 15px;
    line-height: 1.6;
  }

  .prose :is(th, td) {
    position: relative;
    min-width: 5.5em;
    padding: 10px 12px;
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    text-align: left;
    vertical-align: top;
  }

  .prose :is(th, td) p {
    margin: 0;
    text-align: inherit;
    text-indent: 0;
  }

  .prose th {
    background: ${({ theme }) => theme.colors.neutral150};
    font-weight: 700;
  }

  .prose :is(th, td)[align='right'] {
    text-align: right;
  }

  .prose :is(th, td)[align='center'] {
    text-align: center;
  }
`
