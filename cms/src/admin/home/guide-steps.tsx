/** The steps of the first hour, to be ticked off. */
import { Box, Checkbox, Flex, Link, Typography } from '@strapi/design-system'
import { Link as RouterLink } from 'react-router-dom'
import { type GuideStep, guideSteps, home as texts } from '../texts/home'
import type { useDoneSteps } from './use-done-steps'

type Steps = ReturnType<typeof useDoneSteps>

function Step({ step: { id, title, text, to }, steps }: { step: GuideStep; steps: Steps }) {
  return (
    <Box tag="li" paddingBottom={4}>
      <Checkbox checked={steps.isDone(id)} onCheckedChange={(checked) => steps.setDone(id, checked === true)}>
        {title}
      </Checkbox>
      <Box paddingLeft={7} paddingTop={1}>
        <Typography tag="p" variant="omega" textColor="neutral800" style={{ lineHeight: 1.7 }}>
          {text}
        </Typography>
        {to && (
          <Link tag={RouterLink} to={to} aria-label={`${texts.goThere}：${title}`}>
            {texts.goThere}
          </Link>
        )}
      </Box>
    </Box>
  )
}

/** @param only how many of those that are left; without it all */
export function GuideSteps({ steps, only }: { steps: Steps; only?: number }) {
  const shown = only === undefined ? guideSteps : guideSteps.filter(({ id }) => !steps.isDone(id)).slice(0, only)
  return (
    <Flex tag="ol" direction="column" alignItems="stretch" width="100%">
      {shown.map((step) => (
        <Step key={step.id} step={step} steps={steps} />
      ))}
    </Flex>
  )
}
