/** Whole trees; the parts are in releases/. */
export { buildRelease } from './releases/build-release.ts'
export { liveLink, liveRelease } from './releases/layout.ts'
