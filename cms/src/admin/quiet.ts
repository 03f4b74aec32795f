/** Strapi announces its own news in a banner over every page; it counts as read from the start. */
import { strapi } from '../../package.json'

const BANNERS = ['STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false', 'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_true']

/** The key ends with the project's id once that is known; without telemetry the id is `false`. */
const PROJECT_IDS = ['undefined', 'false', strapi.uuid]

export function markNewsAsRead() {
  for (const banner of BANNERS) {
    for (const id of PROJECT_IDS) localStorage.setItem(`${banner}:${id}`, 'true')
  }
}
