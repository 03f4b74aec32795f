/** For providers' servers: their signature is what lets a notice in. */
export default {
  type: 'content-api',
  routes: [
    {
      method: 'POST',
      path: '/payments/:provider/notify',
      handler: 'payment.notify',
      config: { auth: false as const },
    },
  ],
}
