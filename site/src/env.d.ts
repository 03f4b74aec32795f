/// <reference types="astro/client" />

/** Made by adapter/bundle-worker.ts. */
declare module 'virtual:service-worker' {
  export const code: string
  export const build: string
}
