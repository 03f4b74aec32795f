/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** for the search page alone; without it the page is the empty form */
    search?: import('./search/found.ts').SearchPage
  }
}

/** Made by adapter/bundle-worker.ts. */
declare module 'virtual:service-worker' {
  export const code: string
  export const build: string
}
