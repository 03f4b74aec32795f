/** What a valid page is: the standard and accessibility; how tags are written is no concern of ours. */
import type { ConfigData } from 'html-validate'

export const htmlRules: ConfigData = {
  extends: ['html-validate:standard', 'html-validate:a11y'],
}
