/** The portal's typography of a text: a change in site/src/styles/reading.css wants to be made here, too. */
import { css } from 'styled-components'
import { figures, notes, tables } from './prose-parts'

const MEASURE_EM = 40

export const prose = css`
  .prose {
    max-width: ${MEASURE_EM}em;
    min-height: 200px;
    margin: 0 auto;
    color: ${({ theme }) => theme.colors.neutral900};
    font-size: 17px;
    line-height: 1.85;
    text-align: justify;
    outline: none;
    overflow-wrap: anywhere;
  }

  .prose p {
    margin: 0 0 0.7em;
    text-indent: 2em;
  }

  .prose :is(h2, h3, h4) {
    margin: 1.4em 0 0.6em;
    font-family: 'Source Han Serif SC', 'Noto Serif CJK SC', 'Songti SC', STZhongsong, serif;
    font-weight: 700;
    line-height: 1.4;
    text-align: left;
  }

  .prose h2 {
    font-size: 1.3em;
  }

  .prose h3 {
    font-size: 1.12em;
  }

  .prose h4 {
    font-size: 1em;
  }

  .prose > :first-child {
    margin-top: 0;
  }

  .prose strong {
    font-weight: 700;
  }

  .prose em {
    font-family: 'Kaiti SC', STKaiti, KaiTi, 'AR PL UKai CN', serif;
    font-style: normal;
  }

  .prose a {
    color: ${({ theme }) => theme.colors.primary600};
    text-decoration: underline;
  }

  .prose a[href^='/uploads/']::before {
    content: '附件 ';
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: 0.8em;
  }

  .prose a[href^='/go/']::before {
    content: '站内 ';
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: 0.8em;
  }

  .prose :is(ul, ol) {
    margin: 0 0 0.9em;
    padding-left: 2em;
  }

  .prose ul {
    list-style: disc;
  }

  .prose ol {
    list-style: decimal;
  }

  .prose li {
    margin-bottom: 0.3em;
  }

  .prose li > p,
  .prose li > div > p {
    margin-bottom: 0.3em;
    text-indent: 0;
  }

  .prose ul[data-type='taskList'] {
    list-style: none;
    padding-left: 0.6em;
  }

  .prose ul[data-type='taskList'] > li {
    display: flex;
    gap: 0.5em;
  }

  .prose ul[data-type='taskList'] > li > div {
    flex: 1;
  }

  .prose blockquote {
    margin: 1.4em 0;
    padding-left: 1em;
    border-left: 3px solid #a67e2f;
    font-family: 'Source Han Serif SC', 'Noto Serif CJK SC', 'Songti SC', STZhongsong, serif;
  }

  .prose blockquote p {
    text-indent: 0;
  }

  .prose hr {
    width: 30%;
    margin: 2em auto;
    border: 0;
    border-top: 1px solid ${({ theme }) => theme.colors.neutral500};
  }

  .prose hr.ProseMirror-selectednode {
    border-top: 3px solid ${({ theme }) => theme.colors.primary600};
  }

  .prose :is(code, pre) {
    font-family: ui-monospace, Consolas, monospace;
    font-size: 0.9em;
  }

  .prose pre {
    overflow-x: auto;
    padding: 12px 14px;
    background: ${({ theme }) => theme.colors.neutral150};
    text-align: left;
  }

  .prose :is(sub, sup) {
    font-size: 0.75em;
    line-height: 0;
  }

  .prose sup {
    vertical-align: super;
  }

  .prose sub {
    vertical-align: sub;
  }

  ${notes}

  ${tables}

  .prose .selectedCell {
    background: ${({ theme }) => theme.colors.primary100};
  }

  ${figures}

  .prose img.inline {
    display: inline;
    max-height: 1.6em;
    vertical-align: middle;
  }

  .prose .ProseMirror-gapcursor {
    position: relative;
  }

  .prose .ProseMirror-gapcursor::after {
    content: '';
    display: block;
    width: 20px;
    border-top: 1px solid currentcolor;
  }
`
