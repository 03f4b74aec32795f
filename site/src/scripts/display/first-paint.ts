/** Runs in the head, before anything is painted: whoever chose large text or dark never sees the page otherwise. */
import { kept, show } from './choice.ts'
import { writeStyles } from './styles.ts'

const { dataset } = document.documentElement
show(kept())
if (dataset.care) writeStyles()
if ('speechSynthesis' in window) dataset.speech = ''
