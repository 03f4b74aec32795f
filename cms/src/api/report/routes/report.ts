/** For the portal's server alone, which takes the form. */
export default {
  type: 'content-api',
  routes: [
    {
      method: 'POST',
      path: '/reports',
      handler: 'report.receive',
      config: { auth: false as const, policies: ['global::publication-token'] },
    },
  ],
}
