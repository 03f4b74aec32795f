/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** for the search page alone; without it the page is the empty form */
    search?: import('./search/found.ts').SearchPage
  }
}
