/** For the portal's server alone, which counts, and tells readers. */
export default {
  type: 'content-api',
  routes: [
    {
      method: 'GET',
      path: '/readings',
      handler: 'reading.count',
      config: { auth: false as const, policies: ['global::publication-token'] },
    },
    {
      method: 'POST',
      path: '/readings',
      handler: 'reading.report',
      config: { auth: false as const, policies: ['global::publication-token'] },
    },
  ],
}
