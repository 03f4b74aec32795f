/**
 * The portal's style sheets, as rules within one element of the desk: what they say of the root and of `body` is said of that
 * element, everything else of what it holds. Rules of a theme that somebody chooses on the portal name the root by more than
 * itself; here they find nothing, and the element stays as light as paper.
 */

/** A rem is 16 pixels on the portal and 10 in the desk, both times as large as the browser is set to. */
const DESK_REMS = 1.6
/** In the condition of a media query it is the browser's own in both. */
const REM_OR_CONDITION = /@media[^{]*|(\d*\.?\d+)rem\b/g
const ROOT_OR_BODY = /(^|[\s,}])(?::root|body)(?=\s*[,{])/g

const inDeskRems = (found: string, rems: string | undefined) =>
  rems === undefined ? found : `${Number((Number(rems) * DESK_REMS).toFixed(4))}rem`

/** Whoever takes a sheet takes what it imports, too: nothing can be imported within an element. */
const IMPORT = /@import [^;]*;\s*/g

/** @param sheets in the order in which they overrule each other @returns rules to be nested, `&` being the element */
export const within = (sheets: readonly string[]): string =>
  sheets.join('\n').replaceAll(IMPORT, '').replace(REM_OR_CONDITION, inDeskRems).replace(ROOT_OR_BODY, '$1&')
