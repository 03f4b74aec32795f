/**
 * Loaded before a program that knows nothing of its supervisor (`node --import`): when the supervisor is gone, even
 * by SIGKILL, the channel to it closes and the program is asked to stop, so that nothing keeps the ports.
 */
const STOP_WITHIN_MS = 15_000

process.on('disconnect', () => {
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
  process.kill(process.pid, 'SIGTERM')
})
// the channel alone must not keep a finished program alive
process.channel?.unref()
