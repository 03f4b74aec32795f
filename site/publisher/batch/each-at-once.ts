/** Runs `work` for every item, `limit` at a time. The first error ends it, after what is running has ended. */
export async function eachAtOnce<T>(items: Iterable<T>, limit: number, work: (item: T) => Promise<void>) {
  const iterator = items[Symbol.iterator]()
  let failure: { error: unknown } | null = null
  async function runner() {
    for (let next = iterator.next(); !next.done && !failure; next = iterator.next()) {
      try {
        await work(next.value)
      } catch (error) {
        failure ??= { error }
      }
    }
  }
  await Promise.all(Array.from({ length: limit }, runner))
  if (failure) throw (failure as { error: unknown }).error
}
