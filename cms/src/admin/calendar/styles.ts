/** FullCalendar in the desk's colours; states differ by more than colour: each event names its own. */
import { type DefaultTheme, styled } from 'styled-components'

type Themed = { theme: DefaultTheme }
const color =
  (name: keyof DefaultTheme['colors']) =>
  ({ theme }: Themed) =>
    theme.colors[name]

export const CalendarFrame = styled.div`
  --fc-border-color: ${color('neutral200')};
  --fc-page-bg-color: ${color('neutral0')};
  --fc-neutral-bg-color: ${color('neutral100')};
  --fc-today-bg-color: ${color('secondary100')};
  --fc-now-indicator-color: ${color('danger600')};
  --fc-button-bg-color: ${color('neutral0')};
  --fc-button-border-color: ${color('neutral200')};
  --fc-button-text-color: ${color('neutral800')};
  --fc-button-hover-bg-color: ${color('neutral100')};
  --fc-button-hover-border-color: ${color('neutral300')};
  --fc-button-active-bg-color: ${color('primary100')};
  --fc-button-active-border-color: ${color('primary600')};
  --fc-list-event-hover-bg-color: ${color('neutral100')};
  font-size: 1.4rem;
  color: ${color('neutral800')};

  .fc .fc-toolbar { flex-wrap: wrap; gap: 0.8rem; }
  .fc .fc-toolbar-title { font-size: 1.8rem; font-weight: 600; }
  .fc .fc-button { font-size: 1.4rem; box-shadow: none; }
  .fc .fc-button-primary:not(:disabled).fc-button-active { color: ${color('primary700')}; }
  .fc a { color: inherit; text-decoration: none; }
  .fc .fc-day-off { background: ${color('neutral100')}; }
  .fc .day-mark { margin-inline-start: 0.6rem; font-size: 1.2rem; color: ${color('success600')}; }
  .fc .day-mark-work { color: ${color('warning600')}; }
  .fc .fc-daygrid-day-top { flex-direction: row; }
  .fc .fc-event { cursor: pointer; border-radius: 4px; border-width: 1px; padding: 1px 4px; }
  .fc .fc-event:focus-visible { outline: 2px solid ${color('primary600')}; outline-offset: 1px; }
  .fc .fc-daygrid-event, .fc .fc-timegrid-event {
    white-space: normal;
    overflow: hidden;
    overflow-wrap: anywhere;
    background: ${color('neutral150')};
    border: 1px solid ${color('neutral300')};
    color: ${color('neutral800')};
  }
  .fc .fc-daygrid-event.schedule-planned, .fc .fc-timegrid-event.schedule-planned {
    background: ${color('alternative100')};
    border: 1px solid ${color('alternative500')};
    color: ${color('alternative700')};
  }
  .fc .fc-daygrid-event.schedule-failed, .fc .fc-timegrid-event.schedule-failed {
    background: ${color('danger100')};
    border: 1px solid ${color('danger600')};
    color: ${color('danger700')};
  }
  .fc .fc-daygrid-event.schedule-conflict, .fc .fc-timegrid-event.schedule-conflict {
    border: 2px dashed ${color('warning600')};
  }
  .fc .fc-daygrid-event .event-words { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
  .fc .schedule-published .fc-list-event-dot, .fc .schedule-done .fc-list-event-dot { border-color: ${color('neutral400')}; }
  .fc .schedule-planned .fc-list-event-dot { border-color: ${color('alternative600')}; }
  .fc .schedule-failed .fc-list-event-dot { border-color: ${color('danger600')}; }
  .fc .schedule-failed .event-words { color: ${color('danger700')}; }
  .fc .fc-event-main { color: inherit; }
  .fc .fc-event-time { font-variant-numeric: tabular-nums; font-weight: 600; margin-inline-end: 0.4rem; }
  .fc .fc-list-day-cushion { background: ${color('neutral150')}; }
  .fc .conflict-mark { color: ${color('warning600')}; }

  @media (max-width: 767px) {
    .fc .fc-toolbar { flex-direction: column; align-items: stretch; }
    .fc .fc-toolbar-chunk { display: flex; justify-content: center; }
  }
`
