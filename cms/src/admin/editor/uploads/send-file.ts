/** Sends one file to the media library and tells how far it is: `fetch` cannot. */
import { editor as texts } from '../../texts/editor'

export type Asset = { url: string; name: string; alternativeText?: string | null; caption?: string | null }

type Answer = { error?: { message?: string } } | Asset[]

export class UploadFailed extends Error {
  readonly status: number

  constructor(message: string, status: number) {
    super(message)
    this.status = status
  }
}

export function formOf(file: File): FormData {
  const form = new FormData()
  form.append('files', file)
  form.append('fileInfo', JSON.stringify({ name: file.name, alternativeText: '', caption: '' }))
  return form
}

function answerOf(text: string): Answer {
  try {
    return JSON.parse(text) as Answer
  } catch {
    return {}
  }
}

const backendUrl = () => (window.strapi as { backendURL?: string }).backendURL ?? ''

/** @throws UploadFailed with a sentence for people; its status is 0 where no server answered */
export function sendFile(file: File, token: string | null, onProgress: (percent: number) => void): Promise<Asset> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `${backendUrl()}/upload`)
    request.setRequestHeader('Authorization', `Bearer ${token}`)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? Math.floor((loaded / total) * 99) : 0)
    request.onerror = () => reject(new UploadFailed(texts.uploads.offline, 0))
    request.onload = () => {
      const answer = answerOf(request.responseText)
      if (request.status < 300 && Array.isArray(answer) && answer[0]) return resolve(answer[0])
      const message = Array.isArray(answer) ? undefined : answer.error?.message
      reject(new UploadFailed(message || texts.uploads.failed, request.status))
    }
    request.send(formOf(file))
  })
}
