/** Home: what somebody who is here for the first time does next. */
import { Button, Flex, Link, Typography } from '@strapi/design-system'
import { Link as RouterLink } from 'react-router-dom'
import { guideSteps, home as texts } from '../texts/home'
import { GuideSteps } from './guide-steps'
import { useDoneSteps } from './use-done-steps'

const NEXT_STEPS = 2

export function GuideWidget() {
  const steps = useDoneSteps()
  const isFinished = steps.count >= guideSteps.length
  return (
    <Flex direction="column" alignItems="flex-start" gap={3} width="100%">
      <Typography variant="pi" textColor="neutral600">
        {texts.progress(steps.count, guideSteps.length)}
      </Typography>
      {isFinished && <Typography>{texts.finished}</Typography>}
      {!isFinished && !steps.isHidden && <GuideSteps steps={steps} only={NEXT_STEPS} />}
      <Flex gap={4}>
        <Link tag={RouterLink} to="/guide">
          {texts.openGuide}
        </Link>
        {!isFinished && !steps.isHidden && (
          <Button variant="ghost" size="S" onClick={() => steps.setHidden(true)}>
            {texts.hide}
          </Button>
        )}
      </Flex>
    </Flex>
  )
}
