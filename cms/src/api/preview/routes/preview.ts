/** For the portal's server alone, which shows the link that it was given. */
export default {
  type: 'content-api',
  routes: [
    {
      method: 'POST',
      path: '/preview/document',
      handler: 'preview.document',
      config: { auth: false as const, policies: ['global::publication-token'] },
    },
  ],
}
