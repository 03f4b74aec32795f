/** The pages that a change has touched, to be opened on the portal. */
import { Box, Flex, Link, Typography } from '@strapi/design-system'
import { publication as texts } from '../texts/publication'
import { pageWords } from './words'

const SHOWN = 5

type Props = { pages: string[]; count: number; siteUrl: string }

function Links({ pages, siteUrl }: Omit<Props, 'count'>) {
  return (
    <Flex tag="ul" direction="column" alignItems="flex-start" gap={1} style={{ overflowWrap: 'anywhere' }}>
      {pages.map((address) => (
        <li key={address}>
          <Link href={siteUrl + address} isExternal>
            {pageWords(address)}
          </Link>
        </li>
      ))}
    </Flex>
  )
}

export function PageLinks({ pages, count, siteUrl }: Props) {
  const rest = pages.slice(SHOWN)
  const unnamed = count - pages.length
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <Typography variant="pi" textColor="neutral600">
        {count === 0 ? texts.noPages : texts.pages(count)}
      </Typography>
      {pages.length > 0 && <Links pages={pages.slice(0, SHOWN)} siteUrl={siteUrl} />}
      {rest.length > 0 && (
        <details>
          <Typography tag="summary" variant="pi" textColor="neutral600" style={{ cursor: 'pointer' }}>
            {texts.morePages(rest.length)}
          </Typography>
          <Box paddingTop={1}>
            <Links pages={rest} siteUrl={siteUrl} />
          </Box>
        </details>
      )}
      {pages.length > 0 && unnamed > 0 && (
        <Typography variant="pi" textColor="neutral600">
          {texts.manyMorePages(unnamed)}
        </Typography>
      )}
    </Flex>
  )
}
