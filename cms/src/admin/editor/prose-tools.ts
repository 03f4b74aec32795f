/** What stands on the sheet for the writer alone; in the portal's colours, for the sheet is light in a dark desk, too. */
import { css } from 'styled-components'

export const tools = css`
  .page .prose .selectedCell {
    background: var(--red-tint);
  }

  .page .prose hr.ProseMirror-selectednode {
    border-top: 3px solid var(--red);
  }

  .page .prose .ProseMirror-gapcursor {
    position: relative;
  }

  .page .prose .ProseMirror-gapcursor::after {
    content: '';
    display: block;
    width: 20px;
    border-top: 1px solid currentcolor;
  }

  .page .prose figure.selected {
    outline: 2px solid var(--red);
    outline-offset: 4px;
  }

  .page .prose figure .remote {
    padding: 24px;
    background: var(--sunk);
    color: var(--warn);
    font-size: 14px;
    text-align: center;
    word-break: break-all;
  }

  /* typed where it will stand, as wide and as high as it will be */
  .page .prose figcaption textarea {
    display: block;
    width: 100%;
    padding: 0;
    border: 0;
    border-radius: 3px;
    background: none;
    color: inherit;
    font: inherit;
    text-align: inherit;
    resize: none;
    field-sizing: content;
  }

  .page .prose figcaption textarea:is(:hover, :focus) {
    outline: 1px solid var(--line);
  }

  .page .prose figure .words {
    display: flex;
    gap: 12px;
    align-items: center;
    color: var(--ink-3);
    font-size: 13px;
    line-height: 2.2;
  }

  .page .prose figure .words label {
    display: flex;
    flex: 1;
    gap: 8px;
    white-space: nowrap;
  }

  .page .prose figure .words input {
    flex: 1;
    min-width: 0;
    padding: 0 8px;
    border: 1px solid var(--line);
    border-radius: 3px;
    background: none;
    color: inherit;
    font: inherit;
  }

  .page .prose figure button {
    padding: 0 8px;
    border: 1px solid var(--line);
    border-radius: 3px;
    background: var(--sheet);
    color: var(--ink-2);
    font-size: 13px;
    cursor: pointer;
  }

  .page .prose figure p {
    margin: 4px 0;
    font-size: 13px;
    line-height: 1.6;
    text-align: center;
    text-indent: 0;
  }

  .page .prose figure .problem {
    color: var(--red);
  }
`
