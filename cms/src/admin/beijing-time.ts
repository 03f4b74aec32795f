/**
 * The desk types and shows Beijing time wherever the browser is. Strapi's fields use the browser's own zone, and offer no
 * setting: so `Date` and `Intl.DateTimeFormat` are told here that the local zone is UTC+8. Imported before everything else.
 * In a browser that stands in China nothing is changed.
 */

const OFFSET_MS = 8 * 60 * 60 * 1000
/** a fixed offset: Asia/Shanghai was 5 minutes 43 seconds further before 1901, where time pickers count their hours */
const ZONE = 'Etc/GMT-8'
const LOCAL_TIME_STRING = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/

const PARTS = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'] as const

type Scope = { Date: DateConstructor; Intl: { DateTimeFormat: typeof Intl.DateTimeFormat } }
type Methods = Record<string, (this: Date, ...values: number[]) => number>

function moveLocalParts(scope: Scope) {
  const methods = scope.Date.prototype as unknown as Methods
  for (const part of PARTS) {
    const read = methods[`getUTC${part}`]
    methods[`get${part}`] = function get() {
      return read.call(new scope.Date(this.getTime() + OFFSET_MS))
    }
    const write = methods[`setUTC${part}`]
    if (!write) continue
    methods[`set${part}`] = function set(...values) {
      const shifted = new scope.Date(this.getTime() + OFFSET_MS)
      write.apply(shifted, values)
      return this.setTime(shifted.getTime() - OFFSET_MS)
    }
  }
  methods.getTimezoneOffset = () => -OFFSET_MS / 60_000
}

function moveConstructor(scope: Scope) {
  const NativeDate = scope.Date
  scope.Date = new Proxy(NativeDate, {
    construct(target, values: unknown[], newTarget) {
      const [first] = values
      if (values.length > 1) {
        const utc = NativeDate.UTC(...(values as [number, number]))
        return Reflect.construct(target, [utc - OFFSET_MS], newTarget)
      }
      const isLocal = typeof first === 'string' && LOCAL_TIME_STRING.test(first)
      return Reflect.construct(target, isLocal ? [`${first}+08:00`] : values, newTarget)
    },
  })
}

function moveFormats(scope: Scope) {
  const NativeFormat = scope.Intl.DateTimeFormat
  const zoned = (options?: Intl.DateTimeFormatOptions) => ({ ...options, timeZone: options?.timeZone ?? ZONE })
  scope.Intl.DateTimeFormat = new Proxy(NativeFormat, {
    construct: (target, [locales, options]) => new target(locales, zoned(options)),
    apply: (target, _self, [locales, options]) => target(locales, zoned(options)),
  })
  const { prototype } = scope.Date
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'] as const) {
    const native = prototype[name]
    prototype[name] = function format(
      this: Date,
      locales?: Intl.LocalesArgument,
      options?: Intl.DateTimeFormatOptions,
    ) {
      return native.call(this, locales, zoned(options))
    }
  }
}

export function setBeijingTime(scope: Scope) {
  if (new scope.Intl.DateTimeFormat().resolvedOptions().timeZone === 'Asia/Shanghai') return
  moveLocalParts(scope)
  moveConstructor(scope)
  moveFormats(scope)
}
