/**
 * What an official letter sets apart: whom it addresses stands at the margin, who signs and on which day stands at the right. Found by their
 * form, because editors write both as plain paragraphs.
 */
const ADDRESS = /^((?:<p>[（(][^<]{1,20}[)）]<\/p>\s*)?)<p>([^<。！？；]{2,60}[：:])<\/p>/
const DAY = String.raw`(?:\d{4}|二[〇○零]\S\S)年\S{1,3}月\S{1,3}日`
const CLOSING = new RegExp(String.raw`((?:<p>[^<。！？；：:]{2,40}<\/p>\s*){0,3})<p>(${DAY})<\/p>(\s*)$`)

/** @param html of a rendered text */
export const setAsLetter = (html: string): string =>
  html
    .replace(ADDRESS, '$1<p class="addressee">$2</p>')
    .replace(
      CLOSING,
      (_found, signatories: string, day: string, end: string) =>
        `${signatories.replaceAll('<p>', '<p class="closing">')}<p class="closing">${day}</p>${end}`,
    )
