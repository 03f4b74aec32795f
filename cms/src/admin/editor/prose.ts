/** A sheet of the portal's paper: the portal's own rules, and what only an editor has. */
import { css } from 'styled-components'
import { portalLook } from './portal/look'
import { tools } from './prose-tools'

/** Blocks in the items of a list that Markdown keeps apart by blank lines; without any, words stand in them without a paragraph. */
const apart = (items: string) => `:has(${items} > :nth-child(2):not(ul, ol), ${items} > :nth-child(3))`

export const prose = css`
  /* what browsers do by themselves, in place of the desk's reset */
  .page * {
    margin: revert;
    padding: revert;
    font: revert;
    overflow-wrap: revert;
  }

  .page {
    ${portalLook}
  }

  .page {
    display: block;
    -webkit-font-smoothing: auto;
  }

  .page .prose {
    min-height: 200px;
    margin-inline: auto;
    outline: none;
    box-shadow: none;
    line-break: inherit;
    overflow-wrap: inherit;
  }

  /* a paragraph here is none on the page: in a cell a line, in an item its words */
  .page .prose :is(th, td) > p {
    margin: 0;
    text-indent: 0;
  }

  .page .prose :is(ul, ol):not(.footnotes > ol, ${apart('> li')}) > li > p,
  .page .prose ul[data-type='taskList']:not(${apart('> li > div')}) > li > div > p {
    margin: 0;
  }

  .page .prose ul[data-type='taskList'] > li {
    margin-left: -1.4em;
    list-style: none;
  }

  .page .prose ul[data-type='taskList'] > li > label::after {
    content: ' ';
    white-space: pre;
  }

  .page .prose ul[data-type='taskList'] > li > div > p {
    text-indent: 0;
  }

  .page .prose ul[data-type='taskList'] > li > div,
  .page .prose ul[data-type='taskList'] > li > div > p:first-child {
    display: inline;
  }

  .page .prose pre {
    white-space: pre;
  }

  .page .prose > .react-renderer:first-child > figure {
    margin-top: 0;
  }

  /* the page names type and size */
  .page .prose a[href^='/uploads/']::after {
    content: '（附件）';
    color: var(--ink-3);
  }

  ${tools}
`
