/** Spreadsheets take 32,767 characters to a cell. */
const MOST_CHARACTERS = 32_000

/**
 * A text as a cell can hold it. The library that writes workbooks looks texts up in a plain object: one that every object has of itself
 * (`constructor`, `valueOf`) would make a file that nobody can open. A blank behind it is seen by nobody.
 */
export function cellText(text: string): string {
  const short = text.slice(0, MOST_CHARACTERS)
  return short in Object.prototype ? `${short} ` : short
}
