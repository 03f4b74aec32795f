/** Public: the calculator asks it, and whoever wants to check a due. What belongs to members stands elsewhere. */
export default {
  type: 'content-api',
  routes: [{ method: 'POST', path: '/dues/quote', handler: 'dues.quote', config: { auth: false as const } }],
}
