/** How many hits each filter would leave, the other filters given; counted while the hits are gone through. */
import type { ColumnEntry } from '../../src/content/navigation.ts'
import { modules } from '../../src/content/paths.ts'
import { validityNames } from '../../src/presentation/wording.ts'
import type { Choice, FilterName, Filters } from '../../src/search/found.ts'
import { type Ledger, VALIDITIES, type Validity } from './ledger.ts'
import { placeAt } from './places.ts'

/** A hundred thousand hits are counted: numbers in their places, nothing is looked up by name. */
type CountedPlace = { module: string; column: string; inModule: number; inColumn: number }

const LAST_YEAR = 9999

const moduleNames: Record<string, string> = {
  portal: '要闻公告',
  ...Object.fromEntries(Object.entries(modules).map(([id, { name }]) => [id, name])),
}

export type Tally = ReturnType<typeof createTally>

/** @param columns those that can be seen, in the order of the navigation */
export function createTally({ places: keys, flat }: Ledger, filters: Filters, columns: readonly ColumnEntry[]) {
  const places = keys.map((key): CountedPlace | null => {
    const place = placeAt(key, columns)
    return place && { module: place.module ?? '', column: place.slug ?? '', inModule: 0, inColumn: 0 }
  })
  const years = new Uint32Array(LAST_YEAR + 1)
  const validities = new Uint32Array(VALIDITIES.length)
  const wantedYear = filters.year === undefined ? null : Number(filters.year)
  const wantedValidity = filters.validity ? VALIDITIES.indexOf(filters.validity as Validity) : null

  return {
    columns,
    filters,
    places,
    years,
    validities,
    /** Whether the hit can be seen and passes all filters. */
    take(id: number): boolean {
      const place = places[flat.place[id] ?? 0]
      if (!place) return false
      const year = flat.year[id] ?? 0
      const validity = flat.validity[id] ?? 0
      const ofModule = !filters.module || filters.module === place.module
      const ofColumn = !filters.column || filters.column === place.column
      const ofYear = wantedYear === null || wantedYear === year
      const ofValidity = wantedValidity === null || wantedValidity === validity
      if (ofColumn && ofYear && ofValidity) place.inModule += 1
      if (ofModule && ofYear && ofValidity) place.inColumn += 1
      if (ofModule && ofColumn && ofValidity) years[year] = (years[year] ?? 0) + 1
      if (ofModule && ofColumn && ofYear) validities[validity] = (validities[validity] ?? 0) + 1
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

const sumOf = (places: readonly (CountedPlace | null)[], count: (place: CountedPlace) => number) =>
  places.reduce((sum, place) => sum + (place ? count(place) : 0), 0)

/** Modules and columns in the order of the navigation, the newest year first. */
export function choicesOf({ columns, filters, places, years, validities }: Tally): Record<FilterName, Choice[]> {
  const ofModules = Object.keys(moduleNames).map((id) => {
    return [id, sumOf(places, ({ module, inModule }) => (module === id ? inModule : 0))] as const
  })
  const ofColumns = columns.map(({ slug }) => {
    return [slug, sumOf(places, ({ column, inColumn }) => (column === slug ? inColumn : 0))] as const
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
      VALIDITIES.flatMap((name, number) => (name ? [[name, validities[number] ?? 0] as const] : [])),
      (value) => validityNames[value as keyof typeof validityNames],
    ),
  }
}
