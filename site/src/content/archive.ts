/**
 * Archive pages count from the oldest post, so a full page never changes again.
 * Page n holds the ordinals (n-1)*size+1 … n*size; the page after the last full one always
 * exists, empty or not, so that a full page may link to it from the moment it is full.
 */
export const lastArchivePage = (total: number, pageSize: number): number => Math.floor(total / pageSize) + 1

/** @param ordinal 1 for the oldest post of the column */
export const archivePageOf = (ordinal: number, pageSize: number): number => Math.floor((ordinal - 1) / pageSize) + 1

export const archiveOffset = (page: number, pageSize: number): number => (page - 1) * pageSize
