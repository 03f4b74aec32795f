/** How readers see a text: the portal's own sheets, taken when the desk is built. No copy of theirs is kept here. */
import base from '../../../../../site/src/styles/base.css?raw'
import forms from '../../../../../site/src/styles/forms-of-article.css?raw'
import reading from '../../../../../site/src/styles/reading.css?raw'
import rich from '../../../../../site/src/styles/rich.css?raw'
import signals from '../../../../../site/src/styles/signals.css?raw'
import tokens from '../../../../../site/src/styles/tokens.css?raw'
import wide from '../../../../../site/src/styles/wide.css?raw'
import { within } from './within'

export const portalLook = within([tokens, base, reading, signals, rich, forms, wide])
