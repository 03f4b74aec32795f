/** What somebody may have meant: names that share most of their neighbouring characters. */
import { foldText } from '../checks/fold'

const ALIKE = 0.4
const MOST = 3

/** “中共××学院学生第一支部委员会” and “学生第一支部” stay two names; spaces, width and brackets make no difference. */
export const nameKey = (name: string): string =>
  foldText(name)
    .replaceAll(/[\s()（）·•—-]/g, '')
    .replace(/^中国共产党/, '中共')

function pairsOf(text: string): Set<string> {
  const characters = Array.from(text)
  return new Set(characters.length < 2 ? characters : characters.slice(1).map((one, at) => characters[at] + one))
}

/** From 0 to 1 (Dice). */
function likeness(one: string, other: string): number {
  const [pairs, others] = [pairsOf(nameKey(one)), pairsOf(nameKey(other))]
  const shared = [...pairs].filter((pair) => others.has(pair)).length
  return pairs.size + others.size === 0 ? 0 : (2 * shared) / (pairs.size + others.size)
}

/** The likest first, at most three. */
export const similarNames = (wanted: string, names: readonly string[]): string[] =>
  [...new Set(names)]
    .map((name) => ({ name, likeness: likeness(wanted, name) }))
    .filter((one) => one.likeness >= ALIKE)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, MOST)
    .map(({ name }) => name)
