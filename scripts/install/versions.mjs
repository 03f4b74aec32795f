const OLDEST_NODE = 20
const OLDEST_NPM = 10

const majorOf = (/** @type {string} */ version) => Number.parseInt(version.replace(/^v/, ''), 10)

/**
 * @param {string} version such as v20.11.1
 * @returns {string | null} a sentence for people when this Node is too old
 */
export function checkNode(version) {
  if (majorOf(version) >= OLDEST_NODE) return null
  return `Node ${version} 太旧：需要 Node ${OLDEST_NODE} 或更新的版本，请升级后再试。`
}

/**
 * @param {string} version such as 10.8.2
 * @returns {string | null} a sentence for people when this npm is too old
 */
export function checkNpm(version) {
  if (majorOf(version) >= OLDEST_NPM) return null
  return `npm ${version} 太旧：需要 npm ${OLDEST_NPM} 或更新的版本，请运行 npm install -g npm@10 后再试。`
}
