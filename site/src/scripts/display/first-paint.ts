/** Runs in the head, before anything is painted: whoever chose large text or dark never sees the page otherwise. */
import { kept, show } from './choice.ts'
import { writeStyles } from './styles.ts'

const { dataset } = document.documentElement
show(kept())
dataset.script = ''
if (dataset.care || dataset.size || dataset.theme) writeStyles()
if ('speechSynthesis' in window) dataset.speech = ''

// what a phone paints around the page follows the choice, too
const isDark = dataset.theme ? dataset.theme === 'dark' : matchMedia('(prefers-color-scheme:dark)').matches
const frame = document.createElement('meta')
frame.name = 'theme-color'
frame.content = isDark ? '#5d1315' : '#8a171a'
document.head.append(frame)
