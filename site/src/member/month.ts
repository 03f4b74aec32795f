const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/
export const isMonth = (text: string): boolean => MONTH.test(text)

/** `2026年3月`, `2026/03`, in full width or not: as people write months. What is no month stays as it is, to be refused. */
export function tidyMonth(typed: string): string {
  const [, year, month] = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?$/.exec(typed.normalize('NFKC')) ?? []
  return year && month ? `${year}-${month.padStart(2, '0')}` : typed
}
