/** For the portal's server alone, which counts. */
export default {
  type: 'content-api',
  routes: [
    {
      method: 'POST',
      path: '/readings',
      handler: 'reading.report',
      config: { auth: false as const, policies: ['global::publication-token'] },
    },
  ],
}
