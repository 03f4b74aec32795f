/** Pictures need an alternative text before they can be published: readers who do not see them depend on it. */
import { type Finding, placeIn } from './finding'
import type { Known, Subject } from './subject'

const UPLOAD = /^\/uploads\//
const SOUND_OR_FILM = /\.(?:mp4|webm|ogv|mov|m4v|mp3|m4a|ogg|oga|wav|aac|flac)(?:[?#].*)?$/i
const MEANINGLESS =
  /^(?:图片|照片|图像|image|img|picture|photo|未命名|微信图片[\d_]*|[\w-]+\.(?:jpe?g|png|webp|gif|bmp))$/i

const isMissing = (text: string | null | undefined) => !text || text.trim() === '' || MEANINGLESS.test(text.trim())

const inText = '这张图片没有替代文字。请点图片，写一句话说明图里有什么，看不见图片的读者靠它了解内容。'

export const showsWithoutSaying = ({ url, alternativeText }: { url: string; alternativeText: string }): boolean =>
  isMissing(alternativeText) && UPLOAD.test(url) && !SOUND_OR_FILM.test(url)

export function checkAlternativeTexts(
  { texts, pictures }: Subject,
  { alternativeTexts }: Pick<Known, 'alternativeTexts'>,
): Finding[] {
  const code = 'ALTERNATIVE_TEXT'
  const severity = 'block'
  return [
    ...pictures
      .filter(({ alternativeText }) => isMissing(alternativeText))
      .map(({ field, label, name }): Finding => {
        const message = `“${label}”里的图片“${name}”没有替代文字。请点图片上的铅笔，在“替代文字”里写一句话说明图里有什么，再保存。`
        return { code, severity, field, place: null, message, suggestion: null }
      }),
    ...texts.flatMap(({ field, source, pictures: shown }) =>
      shown
        .filter((picture) => showsWithoutSaying(picture) && isMissing(alternativeTexts.get(picture.url)))
        .map(({ start, end }): Finding => {
          return { code, severity, field, place: placeIn(source, start, end), message: inText, suggestion: null }
        }),
    ),
  ]
}

/** The portal shows no picture of another host: it would tell that host who reads what. */
export function checkPicturesElsewhere({ texts }: Subject): Finding[] {
  return texts.flatMap(({ field, source, pictures }) =>
    pictures
      .filter(({ url }) => !UPLOAD.test(url))
      .map(({ start, end }): Finding => {
        const message = '这张图片放在别的网站上，门户只会把它显示成一个链接。请下载后上传到媒体库，再插入正文。'
        const place = placeIn(source, start, end)
        return { code: 'PICTURE_ELSEWHERE', severity: 'warn', field, place, message, suggestion: null }
      }),
  )
}
