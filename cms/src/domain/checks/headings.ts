/** Headings are how people who listen to a page find their way in it: in order, and none without words. */
import { type Finding, placeIn } from './finding'
import type { Subject } from './subject'

const NAMES = { 2: '一级小标题', 3: '二级小标题', 4: '三级小标题' } as const

export function checkHeadings({ texts }: Subject): Finding[] {
  return texts.flatMap(({ field, source, headings }) => {
    const found: Finding[] = []
    // the title of the page stands above the text
    let level = 1
    for (const heading of headings) {
      const say = (code: Finding['code'], message: string) =>
        found.push({
          ...{ code, severity: 'warn', field, message },
          ...{ place: placeIn(source, heading.start, heading.end), suggestion: null },
        })
      if (heading.text === '') say('HEADING_EMPTY', '这个小标题没有文字。请写上文字，或把它删去。')
      if (heading.level > level + 1) {
        const above = level === 1 ? '正文的第一个小标题应为一级' : `它前面是${NAMES[level as 2 | 3]}，不能隔级`
        say('HEADING_SKIPS', `小标题的级别不连续：这里是${NAMES[heading.level]}，${above}。`)
      }
      level = heading.level
    }
    return found
  })
}
