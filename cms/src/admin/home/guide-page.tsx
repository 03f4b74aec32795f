/** The whole first hour on one page. */
import { Box, Button, Flex, Typography } from '@strapi/design-system'
import { Layouts, Page } from '@strapi/strapi/admin'
import { guideSteps, homeTitles, home as texts } from '../texts/home'
import { GuideSteps } from './guide-steps'
import { useDoneSteps } from './use-done-steps'

export default function GuidePage() {
  const steps = useDoneSteps()
  const title = homeTitles['home.menu.guide'] ?? ''
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={texts.progress(steps.count, guideSteps.length)}
        primaryAction={
          steps.count > 0 ? (
            <Button variant="tertiary" onClick={steps.startAgain}>
              {texts.again}
            </Button>
          ) : undefined
        }
      />
      <Layouts.Content>
        <Box background="neutral0" padding={8} hasRadius shadow="tableShadow" maxWidth="80rem">
          <Flex direction="column" alignItems="stretch" gap={6}>
            <Typography style={{ lineHeight: 1.7 }}>{texts.guideIntro}</Typography>
            <GuideSteps steps={steps} />
          </Flex>
        </Box>
      </Layouts.Content>
    </Page.Main>
  )
}
