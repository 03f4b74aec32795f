/** What the desk says about schedules and the calendar. */
import type { ScheduleAction, ScheduleState } from '../../domain/schedule/schedule'

const states: Record<ScheduleState | 'published' | 'retrying', string> = {
  planned: '已定时',
  retrying: '等待重试',
  running: '正在执行',
  done: '已执行',
  failed: '失败',
  withdrawn: '已撤销',
  published: '已发布',
}

const actions: Record<ScheduleAction, string> = { publish: '发布', unpublish: '下线' }

export const schedule = {
  panel: '定时',
  states,
  actions,
  failedAction: { publish: '发布失败', unpublish: '下线失败' } satisfies Record<ScheduleAction, string>,
  saveFirst: '请先保存内容，再设定时间。',
  unsaved: '有改动还没有保存：到时发布的是已保存的内容，请先保存。',
  publishAt: '定时发布',
  date: (label: string) => `${label}：日期`,
  time: (label: string) => `${label}：时间`,
  unpublishAt: '定时下线',
  beijing: '时间都按北京时间。',
  pinnedUntil: (instant: string) => `置顶至 ${instant}（在表单里修改）`,
  inAnHour: '一小时后',
  tomorrow: '明天 8:00',
  monday: '下周一 8:00',
  save: '保存定时',
  cancel: '取消定时',
  saved: '定时已保存。',
  cancelled: '定时已取消。',
  saveFailed: '定时没有保存，请稍后再试。',
  notMoment: '请填写完整的日期和时间。',
  left: (duration: string) => `还有 ${duration}`,
  due: '时间到了，马上执行',
  plannedFor: (instant: string, who: string | null) => `${instant}${who ? `，由${who}设定` : ''}`,
  doneAt: (instant: string) => `${instant} 已执行`,
  retryAt: (instant: string, attempts: number) => `第 ${attempts} 次没有成功，${instant} 再试`,
  howToMend: '处理好以后，请重新定时，或直接发布。',
  changed: '定时之后又保存过：到时发布最后保存的内容。',
  mayNot: '您没有发布权限，只能查看。',
  lost: '暂时问不到最新状态，会自动再问。',

  calendar: '日历',
  calendarHint: '已经发布的和定时的内容，按北京时间。拖动可以改定时，也可以点开来改。',
  month: '月',
  week: '周',
  list: '列表',
  today: '今天',
  allKinds: '全部类型',
  allColumns: '全部栏目',
  kind: '内容类型',
  column: '栏目',
  more: (count: number) => `另有 ${count} 项`,
  nothing: '这段时间没有安排',
  conflict: '同一栏目五分钟内还有别的发布',
  holiday: (name: string) => `${name} 休`,
  workday: '补班',
  moved: '时间已改。',
  moveFailed: '没有改成，请稍后再试。',
  newTime: '新的时间',
  changeTime: '改时间',
  openForm: '打开内容',
  close: '关闭',
  untitled: '（无标题）',
  onlyPlanned: '只有还没执行的定时可以改时间。',

  next: '接下来',
  nothingPlanned: '没有定时的内容。在内容右侧的“定时”里可以设定发布和下线的时间。',
  openCalendar: '打开日历',
} as const

/** Titles looked up as every other text of the desk. */
export const scheduleTitles: Record<string, string> = {
  'schedule.widget': '定时发布',
  'schedule.menu': '日历',
}
