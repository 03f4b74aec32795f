/** The panel 阅读设置: its form is made here, because without script it could do nothing. */
import { type Choice, choose, kept, type Name, names, show, shown } from './choice.ts'
import { needStyles } from './styles.ts'

const SIZES = { '': '标准', large: '大', larger: '特大', largest: '超大' }
const THEMES = { '': '跟随系统', light: '浅色', dark: '深色' }

const radios = (name: Name, legend: string, options: Record<string, string>) =>
  `<fieldset><legend>${legend}</legend>${Object.entries(options)
    .map(([value, label]) => `<label><input type="radio" name="${name}" value="${value}">${label}</label>`)
    .join('')}</fieldset>`

const FORM = `<form><label class="switch"><input type="checkbox" name="care" value="on">关怀版<small>大字、强对比、大按钮、简洁版面</small></label>${radios('size', '文字大小', SIZES)}${radios('theme', '颜色', THEMES)}<p><button type="button" data-read-aloud>朗读本页</button> <button type="reset">恢复默认</button></p><p class="quiet" role="status"></p></form>`

export function fillPanel(details: HTMLDetailsElement): { refresh: () => void; say: (text: string) => void } {
  const panel = document.createElement('div')
  panel.className = 'display-panel'
  panel.innerHTML = FORM
  details.append(panel)
  const form = panel.querySelector('form') as HTMLFormElement
  const status = panel.querySelector('[role=status]') as HTMLElement
  const say = (text: string) => {
    status.textContent = text
  }
  const refresh = () => {
    const choice = shown()
    for (const input of form.querySelectorAll('input'))
      input.checked = input.value === (choice[input.name as Name] ?? '')
  }
  form.addEventListener('change', ({ target }) => {
    const { name, value, checked } = target as HTMLInputElement
    choose({ [name]: checked ? value : '' })
    say('已保存在这台设备上。')
  })
  form.addEventListener('reset', (event) => {
    event.preventDefault()
    choose(Object.fromEntries(names.map((name) => [name, ''])) as Choice)
    refresh()
    say('已恢复默认。')
  })
  // another window may have chosen something else, also while this page lay in the browser's memory
  for (const type of ['storage', 'pageshow'])
    addEventListener(type, (event) => {
      if (type === 'pageshow' && !(event as PageTransitionEvent).persisted) return
      needStyles()
      show(kept())
      refresh()
    })
  refresh()
  return { refresh, say }
}
