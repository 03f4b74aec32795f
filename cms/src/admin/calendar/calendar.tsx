/** FullCalendar as the desk uses it: Monday first, Beijing time, what is planned may be dragged. */
import type { DayCellContentArg, DayHeaderContentArg, EventContentArg, EventDropArg } from '@fullcalendar/core'
import zhCn from '@fullcalendar/core/locales/zh-cn'
import dayGrid from '@fullcalendar/daygrid'
import interaction from '@fullcalendar/interaction'
import list from '@fullcalendar/list'
import FullCalendar from '@fullcalendar/react'
import timeGrid from '@fullcalendar/timegrid'
import { useMemo } from 'react'
import { formatBeijing } from '../../domain/schedule/beijing-moment'
import type { CalendarEntry } from '../schedule/answers'
import { schedule as texts } from '../texts/schedule'
import { dayMark } from './day-marks'
import { toEvent } from './events'
import { CalendarFrame } from './styles'
import type { Range } from './use-calendar'

const PHONE = '(max-width: 767px)'
/** Where a day has more than fits, what still has to be done is not what is left out. */
const VIEWS = { dayGridMonth: { eventOrder: 'rank,start' } }
const BUTTONS = { today: texts.today, month: texts.month, week: texts.week, list: texts.list }
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const MOST_A_DAY = 5
const MOST_AT_ONCE = 3
/** A moment is drawn as long as this; one before midnight belongs to its own day alone. */
const LASTS = '00:45:00'

const entryOf = ({ extendedProps }: { extendedProps: Record<string, unknown> }) => extendedProps.entry as CalendarEntry
const markOf = ({ date }: { date: Date }) => dayMark(formatBeijing(date).slice(0, '2026-10-01'.length))

function DayContent(cell: DayCellContentArg) {
  const mark = markOf(cell)
  return (
    <>
      {cell.dayNumberText}
      {mark?.words && <span className={mark.isWork ? 'day-mark day-mark-work' : 'day-mark'}>{mark.words}</span>}
    </>
  )
}

/** In the week there is no cell that could name a holiday. */
function DayHeader(header: DayHeaderContentArg) {
  const mark = header.view.type === 'timeGridWeek' ? markOf(header) : null
  return (
    <>
      {header.text}
      {mark?.words && <span className={mark.isWork ? 'day-mark day-mark-work' : 'day-mark'}>{mark.words}</span>}
    </>
  )
}

function EventContent({ event, timeText }: EventContentArg) {
  const { isConflict } = entryOf(event)
  return (
    <span className="event-words">
      <span className="fc-event-time">{timeText}</span>
      {event.title}
      {isConflict && <span className="conflict-mark">{`（${texts.conflict}）`}</span>}
    </span>
  )
}

type Props = {
  entries: CalendarEntry[]
  onRange: (range: Range) => void
  onOpen: (entry: CalendarEntry) => void
  onMove: (entry: CalendarEntry, dueAt: Date) => Promise<boolean>
}

export function Calendar({ entries, onRange, onOpen, onMove }: Props) {
  const events = useMemo(() => entries.map(toEvent), [entries])
  async function drop({ event, revert }: EventDropArg) {
    if (!event.start || !(await onMove(entryOf(event), event.start))) revert()
  }
  return (
    <CalendarFrame>
      <FullCalendar
        plugins={[dayGrid, timeGrid, list, interaction]}
        initialView={window.matchMedia(PHONE).matches ? 'listMonth' : 'dayGridMonth'}
        headerToolbar={{ left: 'prev,next today', center: 'title', right: 'dayGridMonth,timeGridWeek,listMonth' }}
        buttonText={BUTTONS}
        locale={zhCn}
        firstDay={1}
        timeZone="local"
        height="auto"
        events={events}
        views={VIEWS}
        eventDisplay="block"
        displayEventEnd={false}
        eventTimeFormat={TIME}
        slotLabelFormat={TIME}
        slotEventOverlap={false}
        eventMaxStack={MOST_AT_ONCE}
        defaultTimedEventDuration={LASTS}
        nextDayThreshold={LASTS}
        allDaySlot={false}
        nowIndicator
        eventInteractive
        eventDurationEditable={false}
        longPressDelay={400}
        dayMaxEvents={MOST_A_DAY}
        moreLinkText={texts.more}
        noEventsText={texts.nothing}
        dayCellContent={DayContent}
        dayHeaderContent={DayHeader}
        dayCellClassNames={(cell) => (markOf(cell)?.isWork === false ? ['fc-day-off'] : [])}
        eventContent={EventContent}
        eventClick={({ event, jsEvent }) => {
          jsEvent.preventDefault()
          onOpen(entryOf(event))
        }}
        eventDrop={drop}
        datesSet={({ start, end }) => onRange({ from: start.toISOString(), to: end.toISOString() })}
      />
    </CalendarFrame>
  )
}
