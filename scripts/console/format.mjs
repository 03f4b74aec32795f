/**
 * @param {number} ms
 * @returns {string} such as 31.2 秒 or 2 分 05 秒
 */
export function formatSeconds(ms) {
  if (ms < 99_950) return `${(ms / 1000).toFixed(1)} 秒`
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)} 分 ${String(seconds % 60).padStart(2, '0')} 秒`
}
