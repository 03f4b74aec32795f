/** What tells a whole command to stop: Ctrl-C, SIGTERM, a closed terminal, or the end of whoever started it. */
const SAME_KEY_PRESS_MS = 1500

/**
 * A terminal, npm and our own first process may each pass on one Ctrl-C, so repeats within a moment are one.
 * A later repeat means that somebody does not want to wait any longer.
 */
export function listenForStop(onImpatience: () => void): AbortSignal {
  const stop = new AbortController()
  let firstAt = 0
  const onSignal = () => {
    if (!stop.signal.aborted) {
      firstAt = Date.now()
      stop.abort(new Error('told to stop'))
    } else if (Date.now() - firstAt > SAME_KEY_PRESS_MS) onImpatience()
  }
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(event, onSignal)
  process.channel?.unref()
  return stop.signal
}
