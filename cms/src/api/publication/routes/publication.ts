/** For the site's publisher alone; the token is made by `npm start`. */
const byToken = { auth: false as const, policies: ['global::publication-token'] }

export default {
  type: 'content-api',
  routes: [
    { method: 'GET', path: '/publication/changes', handler: 'publication.changes', config: byToken },
    { method: 'POST', path: '/publication/live', handler: 'publication.live', config: byToken },
  ],
}
