/** The chapters of a lesson, as editors write them: one a line, when it begins and what it is about. */
export interface Chapter {
  seconds: number
  /** as the editor wrote it */
  time: string
  title: string
}

const LINE = /^(?:(\d{1,2})[:：])?(\d{1,2})[:：](\d{2})\s+(\S.*)$/

/** In the order of time; lines that name no time are left out. */
export const chaptersOf = (written: string | null): Chapter[] =>
  (written ?? '')
    .split('\n')
    .flatMap((line) => {
      const [, hours = '0', minutes = '', seconds = '', title = ''] = LINE.exec(line.trim()) ?? []
      if (title === '') return []
      const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
      const time = line.trim().slice(0, -title.length).trim().replaceAll('：', ':')
      return [{ seconds: total, time, title: title.trim() }]
    })
    .sort((a, b) => a.seconds - b.seconds)
