/** Every page: the service worker, and what the icon counted has been seen. */
if ('serviceWorker' in navigator && !location.pathname.startsWith('/preview')) {
  // what the page itself needs comes first
  addEventListener('load', () => {
    navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch(() => {})
  })
  navigator.clearAppBadge?.().catch(() => {})
}
