import { describe, expect, it } from 'vitest'
import { canonicalExtension, resolveType } from './file-types'

const OPEN_XML = 'application/vnd.openxmlformats-officedocument'

describe('a file is what its content says', () => {
  it.each([
    ['.jpg', 'image/jpeg', { family: 'picture', extension: '.jpg', mime: 'image/jpeg' }],
    ['.JPEG', 'image/jpeg', { family: 'picture', extension: '.jpg', mime: 'image/jpeg' }],
    ['.jpg', 'image/png', { family: 'picture', extension: '.png', mime: 'image/png' }],
    ['.png', 'image/apng', { family: 'picture', extension: '.png', mime: 'image/png' }],
    ['', 'image/webp', { family: 'picture', extension: '.webp', mime: 'image/webp' }],
    ['.bin', 'image/avif', { family: 'picture', extension: '.avif', mime: 'image/avif' }],
    ['.pdf', 'application/pdf', { family: 'document', extension: '.pdf', mime: 'application/pdf' }],
    ['.DOC', 'application/x-cfb', { family: 'document', extension: '.doc', mime: 'application/msword' }],
    ['.wps', 'application/x-cfb', { family: 'document', extension: '.wps', mime: 'application/vnd.ms-works' }],
    ['.ofd', 'application/zip', { family: 'document', extension: '.ofd', mime: 'application/ofd' }],
    ['.vtt', 'text/vtt', { family: 'text', extension: '.vtt', mime: 'text/vtt' }],
    ['.srt', 'text/plain', { family: 'text', extension: '.srt', mime: 'application/x-subrip' }],
    ['.m4a', 'video/mp4', { family: 'audio', extension: '.m4a', mime: 'audio/mp4' }],
    ['.mp4', 'video/mp4', { family: 'video', extension: '.mp4', mime: 'video/mp4' }],
  ])('%s of %s', (extension, content, expected) => {
    expect(resolveType(extension, content)).toEqual(expected)
  })

  it.each([
    ['.jpg', null, 'FILE_NOT_WHAT_IT_SAYS'],
    ['.jpg', 'text/plain', 'FILE_NOT_WHAT_IT_SAYS'],
    ['.png', 'application/xml', 'FILE_NOT_WHAT_IT_SAYS'],
    ['.pdf', 'application/x-msdownload', 'FILE_NOT_WHAT_IT_SAYS'],
    ['.pdf', 'image/jpeg', 'FILE_NOT_WHAT_IT_SAYS'],
    ['.docx', 'application/zip', 'FILE_NOT_WHAT_IT_SAYS'],
    ['.docx', `${OPEN_XML}.spreadsheetml.sheet`, 'FILE_NOT_WHAT_IT_SAYS'],
    ['.docx', 'application/vnd.ms-word.document.macroenabled.12', 'FILE_NOT_WHAT_IT_SAYS'],
    ['.mp3', 'video/mp4', 'FILE_NOT_WHAT_IT_SAYS'],
    ['.exe', 'application/x-msdownload', 'FILE_TYPE_NOT_ACCEPTED'],
    ['.svg', 'application/xml', 'FILE_TYPE_NOT_ACCEPTED'],
    ['.html', null, 'FILE_TYPE_NOT_ACCEPTED'],
    ['.zip', 'application/zip', 'FILE_TYPE_NOT_ACCEPTED'],
    ['', 'text/plain', 'FILE_TYPE_NOT_ACCEPTED'],
    ['.constructor', 'text/plain', 'FILE_TYPE_NOT_ACCEPTED'],
    ['.heic', 'image/heic', 'PICTURE_HEIC'],
    ['.jpg', 'image/heif', 'PICTURE_HEIC'],
    ['.tif', 'image/tiff', 'PICTURE_FORMAT'],
    ['.bmp', 'image/bmp', 'PICTURE_FORMAT'],
    ['.jpg', 'image/svg+xml', 'PICTURE_FORMAT'],
  ])('%s of %s is refused: %s', (extension, content, code) => {
    expect(resolveType(extension, content)).toBe(code)
  })

  it.each([
    ['.JPG', '.jpg'],
    ['.jfif', '.jpg'],
    ['.PDF', '.pdf'],
  ])('%s is %s', (given, expected) => {
    expect(canonicalExtension(given)).toBe(expected)
  })
})
