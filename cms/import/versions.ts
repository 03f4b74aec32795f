/** Which text replaces which, and what still holds: pure, over everything imported so far. */
import { inChinese } from './dates.ts'
import { type Decision, decision } from './decisions.ts'

export type Validity = 'effective' | 'amended' | 'repealed'

export type Version = {
  key: string
  title: string
  versionKey: string
  versionDate: string | null
  effectiveOn: string | null
  /** comparable titles */
  repeals: readonly string[]
}

export type Link = {
  key: string
  validity: Validity
  /** keys of the texts that this one takes the place of */
  replaces: string[]
}

export type Linking = { links: Map<string, Link>; decisions: Map<string, Decision[]> }

const isDated = ({ versionDate }: Version) => versionDate !== null
const namesOf = (versions: readonly Version[]) => versions.map(({ key }) => `“${key}”`).join('、')

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

/** From the oldest day to the newest; what has no date is left out. */
const byDay = (versions: readonly Version[]) =>
  [...groupBy(versions.filter(isDated), ({ versionDate }) => versionDate ?? '')].sort(([a], [b]) => (a < b ? -1 : 1))

class Linker {
  readonly links = new Map<string, Link>()
  readonly decisions = new Map<string, Decision[]>()
  readonly #groups: Map<string, Version[]>
  readonly #today: string

  constructor(versions: readonly Version[], today: string) {
    this.#today = today
    this.#groups = groupBy(versions, ({ versionKey }) => versionKey)
    for (const { key } of versions) this.links.set(key, { key, validity: 'effective', replaces: [] })
  }

  link(): Linking {
    for (const group of this.#groups.values()) if (group.length > 1) this.#linkVersions(group)
    for (const group of this.#groups.values()) this.#linkRepeals(group)
    return { links: this.links, decisions: this.decisions }
  }

  #note(key: string, made: Decision) {
    this.decisions.set(key, [...(this.decisions.get(key) ?? []), made])
  }

  #set(key: string, validity: Validity) {
    const link = this.links.get(key)
    if (link) link.validity = validity
  }

  #replace(newer: Version, older: Version) {
    const link = this.links.get(newer.key)
    if (link && !link.replaces.includes(older.key)) link.replaces.push(older.key)
  }

  /** Texts of one day are copies of one version; each day replaces the day before it. */
  #linkVersions(group: readonly Version[]) {
    for (const version of group.filter((one) => !isDated(one))) {
      this.#note(version.key, decision('version-undated', namesOf(group.filter((one) => one !== version))))
    }
    let before: Version[] = []
    for (const [, copies] of byDay(group)) {
      for (const older of before) this.#set(older.key, 'amended')
      for (const copy of copies) {
        const others = copies.filter((one) => one !== copy)
        if (others.length > 0) this.#note(copy.key, decision('same-version', namesOf(others)))
        for (const older of before) this.#replace(copy, older)
      }
      before = copies
    }
  }

  /**
   * The first version that says 《…》同时废止 repealed it. A text newer than that day is not the one that was meant:
   * it only has the same name.
   */
  #linkRepeals(group: readonly Version[]) {
    const done = new Set(group.map(({ versionKey }) => versionKey))
    for (const [day, copies] of byDay(group)) {
      for (const copy of copies) {
        for (const title of copy.repeals) if (!done.has(title)) this.#repeal(copy, title, copy.effectiveOn ?? day)
      }
      for (const title of copies.flatMap(({ repeals }) => repeals)) done.add(title)
    }
  }

  #repeal(repealing: Version, title: string, inForce: string) {
    const [newest, targets = []] = byDay(this.#groups.get(title) ?? []).at(-1) ?? []
    if (newest === undefined || newest > inForce) return
    if (inForce > this.#today) {
      this.#note(repealing.key, decision('repeal-pending', title, inChinese(inForce)))
      return
    }
    for (const target of targets) {
      this.#set(target.key, 'repealed')
      this.#replace(repealing, target)
    }
  }
}

/** @param today YYYY-MM-DD in Beijing: a repeal counts from the day on which it takes effect */
export const linkVersions = (versions: readonly Version[], today: string): Linking => new Linker(versions, today).link()
