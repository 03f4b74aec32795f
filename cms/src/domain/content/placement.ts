/** Where and when a post is shown, not what it says: set by the system or changed after a review without a new one. */
export const PLACEMENT: readonly string[] = ['slug', 'displayDate', 'pinnedUntil']
