/** The frame in the desk's colours; within it, a sheet as the portal sets it. */
import { styled } from 'styled-components'
import { prose } from './prose'

export const Frame = styled.div.attrs({ className: 'editor-frame' })`
  ${prose}

  display: flex;
  flex-direction: column;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.neutral0};

  &:focus-within {
    border-color: ${({ theme }) => theme.colors.primary600};
    box-shadow: 0 0 0 2px ${({ theme }) => theme.colors.primary600};
  }

  &.error {
    border-color: ${({ theme }) => theme.colors.danger600};
  }

  &.disabled {
    background: ${({ theme }) => theme.colors.neutral150};
  }

  &.full {
    position: fixed;
    inset: 0;
    z-index: 300;
    border-radius: 0;
  }

  .head {
    position: sticky;
    top: 0;
    z-index: 2;
    background: ${({ theme }) => theme.colors.neutral100};
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
    border-radius: 4px 4px 0 0;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    padding: 6px 8px;
  }

  .tools.tables {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral200};
  }

  .group {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 2px;
    padding-left: 6px;
    border-left: 1px solid ${({ theme }) => theme.colors.neutral200};
  }

  .tools button,
  .tools select {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-width: 32px;
    height: 32px;
    padding: 0 6px;
    border: 1px solid transparent;
    border-radius: 4px;
    background: none;
    color: ${({ theme }) => theme.colors.neutral800};
    font-size: 1.4rem;
    cursor: pointer;
  }

  .tools.tables button {
    height: 28px;
    border-color: ${({ theme }) => theme.colors.neutral200};
    background: ${({ theme }) => theme.colors.neutral0};
    font-size: 1.2rem;
  }

  .tools select {
    border-color: ${({ theme }) => theme.colors.neutral200};
    background: ${({ theme }) => theme.colors.neutral0};
  }

  .tools button:hover:not(:disabled) {
    background: ${({ theme }) => theme.colors.neutral150};
  }

  .tools button[aria-pressed='true'] {
    background: ${({ theme }) => theme.colors.primary100};
    color: ${({ theme }) => theme.colors.primary700};
  }

  .tools button:disabled {
    opacity: 0.4;
    cursor: default;
  }

  .tools :focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }

  .tools svg {
    width: 16px;
    height: 16px;
    fill: currentcolor;
  }

  .page {
    flex: 1;
    overflow-y: auto;
    min-height: 260px;
    max-height: 68vh;
    padding: 20px 24px 40px;
  }

  &.full .page {
    max-height: none;
  }

  .status {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    padding: 4px 12px;
    border-top: 1px solid ${({ theme }) => theme.colors.neutral200};
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: 1.2rem;
    line-height: 2rem;
  }

  .status strong {
    color: ${({ theme }) => theme.colors.warning700};
  }

  .status .keys {
    margin-left: auto;
  }
`
