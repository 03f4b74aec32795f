import fs from 'node:fs'
import path from 'node:path'

/** The Node that everything is tested with; its binary comes through the lock file (see notes in the README). */
const OLDEST_OWN_NODE = 24

/**
 * @param {string} root
 * @returns {string | null} the Node to run everything with: the pinned one, else this one when it is new enough
 */
export function pinnedNode(root) {
  const binary = process.platform === 'win32' ? 'node.exe' : 'node'
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const pinned = path.join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', binary)
  if (fs.existsSync(pinned)) return pinned
  return Number.parseInt(process.versions.node, 10) >= OLDEST_OWN_NODE ? process.execPath : null
}
