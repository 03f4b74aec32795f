/** How many hits each filter would leave, the other filters given; counted while the hits are gone through. */
import type { ColumnEntry } from '../../src/content/navigation.ts'
import { modules } from '../../src/content/paths.ts'
import { validityNames } from '../../src/presentation/wording.ts'
import type { Choice, FilterName, Filters } from '../../src/search/found.ts'
import { placeAt } from './places.ts'

type Counted = { place: string; year: number; validity: keyof typeof validityNames | null }
/** A hundred thousand hits are counted: numbers in their places, nothing is looked up by name twice. */
type CountedPlace = { module: string; column: string; inModule: number; inColumn: number }

const LAST_YEAR = 9999

const moduleNames: Record<string, string> = {
  portal: '要闻公告',
  ...Object.fromEntries(Object.entries(modules).map(([id, { name }]) => [id, name])),
}

export type Tally = ReturnType<typeof createTally>

/** @param columns those that can be seen, in the order of the navigation */
export function createTally(filters: Filters, columns: readonly ColumnEntry[]) {
  const places = new Map<string, CountedPlace | null>()
  const years = new Uint32Array(LAST_YEAR + 1)
  const validities = { effective: 0, amended: 0, repealed: 0 }
  const wantedYear = filters.year === undefined ? null : Number(filters.year)

  function countedAt(key: string): CountedPlace | null {
    const known = places.get(key)
    if (known !== undefined) return known
    const place = placeAt(key, columns)
    const counted = place && { module: place.module ?? '', column: place.slug ?? '', inModule: 0, inColumn: 0 }
    places.set(key, counted)
    return counted
  }

  return {
    columns,
    filters,
    places,
    years,
    validities,
    /** Whether the hit can be seen and passes all filters. */
    take({ place: key, year, validity }: Counted): boolean {
      const place = countedAt(key)
      if (!place) return false
      const ofModule = !filters.module || filters.module === place.module
      const ofColumn = !filters.column || filters.column === place.column
      const ofYear = wantedYear === null || wantedYear === year
      const ofValidity = !filters.validity || filters.validity === validity
      if (ofColumn && ofYear && ofValidity) place.inModule += 1
      if (ofModule && ofYear && ofValidity) place.inColumn += 1
      if (ofModule && ofColumn && ofValidity) years[year] = (years[year] ?? 0) + 1
      if (validity && ofModule && ofColumn && ofYear) validities[validity] += 1
      return ofModule && ofColumn && ofYear && ofValidity
    },
  }
}

type Naming = (value: string) => string

/** A filter that is set is always among its choices, so that it can be seen and taken off. */
function choicesFrom(set: string | undefined, counts: Iterable<readonly [string, number]>, nameOf: Naming): Choice[] {
  return [...counts]
    .filter(([value, count]) => count > 0 || value === set)
    .map(([value, count]) => ({ value, name: nameOf(value), count }))
}

const sumOf = (places: Iterable<CountedPlace | null>, count: (place: CountedPlace) => number) =>
  [...places].reduce((sum, place) => sum + (place ? count(place) : 0), 0)

/** Modules and columns in the order of the navigation, the newest year first. */
export function choicesOf({ columns, filters, places, years, validities }: Tally): Record<FilterName, Choice[]> {
  const ofModules = Object.keys(moduleNames).map((id) => {
    return [id, sumOf(places.values(), ({ module, inModule }) => (module === id ? inModule : 0))] as const
  })
  const ofColumns = columns.map(({ slug }) => {
    return [slug, sumOf(places.values(), ({ column, inColumn }) => (column === slug ? inColumn : 0))] as const
  })
  const ofYears: (readonly [string, number])[] = []
  for (let year = LAST_YEAR; year > 0; year -= 1) {
    const count = years[year] ?? 0
    if (count > 0 || year === Number(filters.year)) ofYears.push([String(year), count])
  }
  return {
    module: choicesFrom(filters.module, ofModules, (id) => moduleNames[id] ?? id),
    column: choicesFrom(filters.column, ofColumns, (slug) => columns.find((one) => one.slug === slug)?.name ?? slug),
    year: choicesFrom(filters.year, ofYears, (year) => `${year} 年`),
    validity: choicesFrom(
      filters.validity,
      Object.entries(validities),
      (value) => validityNames[value as keyof typeof validityNames],
    ),
  }
}
