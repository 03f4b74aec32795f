/** What the desk shows of reviews: a panel, the publish button's reasons, a card on the home page, lists and notices. */
import { CheckCircle } from '@strapi/icons'
import type { StrapiApp } from '@strapi/strapi/admin'
import { reviewTitles } from '../texts/review'
import { Bell } from './bell'
import { gatePublish } from './gated-publish'
import { ReviewPanel } from './panel'

const title = (id: keyof typeof reviewTitles) => ({ id, defaultMessage: reviewTitles[id] })

type Panel = { (props: never): unknown; type?: string }

/** Right after the buttons: it says why they may not be pressed. */
function addReviewPanel(panels: Panel[]): Panel[] {
  const actions = panels.filter(({ type }) => type === 'actions')
  return [...actions, ReviewPanel, ...panels.filter(({ type }) => type !== 'actions')]
}

/** Call in `register`. */
export function registerReview(app: StrapiApp) {
  app.widgets.register((widgets) => [
    {
      ...{ id: 'review-work', icon: CheckCircle, title: title('review.widget.work') },
      component: async () => (await import('./review-widget')).ReviewWidget,
    },
    ...widgets,
  ])
  app.addMenuLink({
    ...{ to: 'review', icon: Bell, intlLabel: title('review.menu'), permissions: [], position: 2 },
    Component: () => import('./review-page'),
  })
}

/** The part of the Content Manager's interface that reviews use; its types are not exported. */
type ContentManager = {
  addEditViewSidePanel(change: typeof addReviewPanel): void
  addDocumentAction(change: typeof gatePublish): void
}

/** Call in `bootstrap`, after everything else that changes the publish button. */
export function setUpReview(plugin: unknown) {
  const { addEditViewSidePanel, addDocumentAction } = (plugin as { apis: ContentManager }).apis
  addEditViewSidePanel(addReviewPanel)
  addDocumentAction(gatePublish)
}
