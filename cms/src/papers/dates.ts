/** Days and months as papers write them. What is no day is a mistake of whoever calls, not of a person. */
const partsOf = (date: string, form: RegExp): number[] => {
  const parts = form.exec(date)?.slice(1).map(Number)
  if (!parts) throw new RangeError(`'${date}' is no date`)
  return parts
}

/** '2026-11-05' → 2026年11月5日 */
export function dayInWords(date: string): string {
  const [year, month, day] = partsOf(date, /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  return `${year}年${month}月${day}日`
}

/** '2026-11' → 2026年11月 */
export function monthInWords(month: string): string {
  const [year, number] = partsOf(month, /^(\d{4})-(0[1-9]|1[0-2])$/)
  return `${year}年${number}月`
}
