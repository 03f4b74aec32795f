/**
 * What the lock file wants against what npm left in node_modules. npm writes its own record
 * (node_modules/.package-lock.json) as its last act, so an interrupted installation has none.
 */
import fs from 'node:fs'
import path from 'node:path'

/**
 * @typedef {{
 *   version?: string, link?: boolean, optional?: boolean, os?: string | string[], cpu?: string | string[],
 *   optionalDependencies?: Record<string, string>
 * }} Entry
 * @typedef {Record<string, Entry>} Packages paths such as node_modules/zod to entries
 * @typedef {{ platform: string, arch: string }} Machine
 */

const allows = (/** @type {string | string[] | undefined} */ rule, /** @type {string} */ value) => {
  const list = rule === undefined ? [] : [rule].flat()
  const named = list.filter((one) => !one.startsWith('!'))
  return !list.includes(`!${value}`) && (named.length === 0 || named.includes(value))
}

const fits = (/** @type {Entry} */ entry, /** @type {Machine} */ machine) =>
  allows(entry.os, machine.platform) && allows(entry.cpu, machine.arch)

/** Where Node would find `name` from the package at `from`: its own node_modules, then those of the folders above. */
function locate(/** @type {Packages} */ packages, /** @type {string} */ from, /** @type {string} */ name) {
  const folders = from === '' ? [] : from.split('/')
  while (folders.length > 0) {
    const place = [...folders, 'node_modules', name].join('/')
    if (packages[place]) return place
    folders.pop()
  }
  return packages[`node_modules/${name}`] ? `node_modules/${name}` : undefined
}

/**
 * Packages that ship one binary per platform list them as optional: one that fits must be there. Which of two
 * (glibc or musl) is not decided here, so one is enough.
 * @param {Packages} wanted @param {Packages} present @param {Machine} machine
 */
function missingBinaries(wanted, present, machine) {
  return Object.entries(wanted).flatMap(([place, { optional, optionalDependencies = {} }]) => {
    if (optional && !present[place]) return []
    const fitting = Object.keys(optionalDependencies)
      .map((name) => locate(wanted, place, name))
      .filter((found) => found !== undefined)
      .filter((found) => (wanted[found]?.os || wanted[found]?.cpu) && fits(wanted[found] ?? {}, machine))
    return fitting.length > 0 && !fitting.some((found) => present[found]) ? fitting.slice(0, 1) : []
  })
}

/**
 * @param {Packages} wanted the lock file's packages
 * @param {Packages} present those npm recorded in node_modules
 * @param {Machine} machine
 * @returns {string[]} what is missing or has another version
 */
export function missingPackages(wanted, present, machine) {
  const missing = Object.entries(wanted).filter(([place, entry]) => {
    if (!place.includes('node_modules/') || entry.link || entry.optional) return false
    return present[place]?.version !== entry.version
  })
  return [...missing.map(([place]) => place), ...missingBinaries(wanted, present, machine)]
}

const readPackages = (/** @type {string} */ file) =>
  /** @type {Packages} */ (JSON.parse(fs.readFileSync(file, 'utf8')).packages)

/**
 * @param {string} root
 * @returns {string[] | null} what is missing from node_modules; null when npm never finished there
 */
export function missingFrom(root) {
  const record = path.join(root, 'node_modules', '.package-lock.json')
  if (!fs.existsSync(record)) return null
  const { platform, arch } = process
  return missingPackages(readPackages(path.join(root, 'package-lock.json')), readPackages(record), { platform, arch })
}
