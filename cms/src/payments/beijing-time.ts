/** Alipay's instants are Beijing wall clock without a zone, `2026-11-27 09:30:00`; WeChat Pay's say their zone. */
import { BEIJING_OFFSET_MS } from '../domain/time/beijing'

export const beijingTime = (instant: Date): string =>
  new Date(instant.getTime() + BEIJING_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ')

/** @returns null for what is no such instant */
export function instantOf(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,3})?$/.test(text)) return null
  const instant = new Date(`${text.replace(' ', 'T')}+08:00`)
  // `2026-02-30` would be taken for the second of March
  return Number.isNaN(instant.getTime()) || beijingTime(instant) !== text.slice(0, 19) ? null : instant
}
