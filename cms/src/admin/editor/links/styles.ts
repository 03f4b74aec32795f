import { styled } from 'styled-components'

export const Results = styled.ul`
  max-height: 30rem;
  overflow-y: auto;
  margin-top: 8px;
  padding: 0;
  list-style: none;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 4px;

  li {
    padding: 0;
    font-size: 1.4rem;
  }

  li:not(:has(button)) {
    padding: 12px;
    color: ${({ theme }) => theme.colors.neutral600};
  }

  button {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    width: 100%;
    padding: 10px 12px;
    border: 0;
    background: none;
    color: ${({ theme }) => theme.colors.neutral800};
    font-size: 1.4rem;
    text-align: left;
    cursor: pointer;
  }

  button > :last-child {
    flex: none;
  }

  button:hover,
  button:focus-visible {
    background: ${({ theme }) => theme.colors.primary100};
  }
`
