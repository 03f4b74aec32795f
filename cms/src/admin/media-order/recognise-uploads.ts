/**
 * Before a file travels to the media library, the server is asked whether it is there already. The library's dialogs offer no
 * place for that question, so it is asked where they send: an upload that is answered with the existing file is, for the
 * dialog, an upload that went well.
 */
import { askAboutSame } from './ask-about-same'

/** As in `desk/media/routes.ts`: a larger file would travel twice for long. */
const MAX_ASKED_BYTES = 25_000_000
/** from a form's dialog, which is answered with a list; from the library's own page, answered with the file */
const UPLOAD = /\/upload(\/files)?\/?$/
const OK = 200

type Known = { name: string; folder: string | null; file: unknown } | null
type Sending = { url: string; authorization: string | null }

/** One file that is new to the library; several at once, and replacements, are nobody's question. */
function onlyFile(url: string, body: unknown): File | null {
  if (!UPLOAD.test(url) || !(body instanceof FormData)) return null
  const files = body.getAll('files')
  const [file] = files
  return files.length === 1 && file instanceof File && file.size <= MAX_ASKED_BYTES ? file : null
}

async function recognise(file: File, { url, authorization }: Sending): Promise<Known> {
  const address = new URL('/admin/media/recognise', new URL(url, window.location.href))
  const headers = { 'content-type': 'application/octet-stream', ...(authorization ? { authorization } : {}) }
  const response = await fetch(address, { method: 'POST', headers, body: file })
  return response.ok ? ((await response.json()) as { data: Known }).data : null
}

async function existingFor(file: File, sending: Sending): Promise<unknown> {
  // a question that fails must not keep anybody from uploading
  const known = await recognise(file, sending).catch(() => null)
  if (!known) return null
  return (await askAboutSame(known.name, known.folder)) === 'existing' ? known.file : null
}

function answerWith(request: XMLHttpRequest, url: string, file: unknown) {
  const text = JSON.stringify(UPLOAD.exec(url)?.[1] ? file : [file])
  for (const [name, value] of Object.entries({ readyState: 4, status: OK, responseText: text, response: text })) {
    Object.defineProperty(request, name, { value })
  }
  request.dispatchEvent(new ProgressEvent('load'))
  request.dispatchEvent(new ProgressEvent('loadend'))
}

export function recogniseUploads() {
  const { open, send, setRequestHeader } = XMLHttpRequest.prototype
  const sendings = new WeakMap<XMLHttpRequest, Sending>()
  // several files are on their way at once, and people answer one question after another
  let asking: Promise<unknown> = Promise.resolve()

  Object.assign(XMLHttpRequest.prototype, {
    open(this: XMLHttpRequest, ...given: Parameters<typeof open>) {
      if (given[0] === 'POST') sendings.set(this, { url: String(given[1]), authorization: null })
      return open.apply(this, given)
    },
    setRequestHeader(this: XMLHttpRequest, name: string, value: string) {
      const sending = sendings.get(this)
      if (sending && name.toLowerCase() === 'authorization') sending.authorization = value
      return setRequestHeader.call(this, name, value)
    },
    send(this: XMLHttpRequest, body?: XMLHttpRequestBodyInit | Document | null) {
      const sending = sendings.get(this)
      const file = sending && onlyFile(sending.url, body)
      if (!file) return send.call(this, body)
      const ask = async () => {
        const existing = await existingFor(file, sending)
        if (existing) answerWith(this, sending.url, existing)
        else send.call(this, body)
      }
      // one that was broken off meanwhile cannot be sent any more
      asking = asking.then(ask).catch(() => undefined)
    },
  })
}
