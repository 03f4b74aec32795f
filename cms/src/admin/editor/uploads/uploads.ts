/** Files on their way to the media library. Until one is there, the text shows it from the browser's memory. */
import type { Editor } from '@tiptap/core'
import { useSyncExternalStore } from 'react'
import type { Asset } from './send-file'

export type Upload =
  | { state: 'running'; percent: number }
  | { state: 'failed'; message: string }
  | { state: 'done'; url: string }

type Send = (file: File, onProgress: (percent: number) => void) => Promise<Asset>

const held = new WeakMap<Editor, Uploads>()

export class Uploads {
  private readonly states = new Map<string, Upload>()
  private readonly files = new Map<string, File>()
  private readonly listeners = new Set<() => void>()
  private readonly send: Send
  private readonly onDone: (address: string, asset: Asset) => void

  /** @param onDone with the address under which the file was shown so far */
  constructor(send: Send, onDone: (address: string, asset: Asset) => void) {
    this.send = send
    this.onDone = onDone
  }

  /** @returns the address under which the file can be shown at once */
  start(file: File): string {
    const address = URL.createObjectURL(file)
    this.files.set(address, file)
    void this.run(address)
    return address
  }

  retry(address: string) {
    void this.run(address)
  }

  private async run(address: string) {
    const file = this.files.get(address)
    if (!file) return
    this.set(address, { state: 'running', percent: 0 })
    try {
      const asset = await this.send(file, (percent) => this.set(address, { state: 'running', percent }))
      this.set(address, { state: 'done', url: asset.url })
      this.onDone(address, asset)
    } catch (error) {
      this.set(address, { state: 'failed', message: error instanceof Error ? error.message : '' })
    }
  }

  private set(address: string, upload: Upload) {
    this.states.set(address, upload)
    for (const listener of this.listeners) listener()
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  get(address: string): Upload | undefined {
    return this.states.get(address)
  }

  get runningCount(): number {
    return [...this.states.values()].filter(({ state }) => state === 'running').length
  }

  end() {
    for (const address of this.files.keys()) URL.revokeObjectURL(address)
  }
}

export const keepUploads = (editor: Editor, uploads: Uploads) => held.set(editor, uploads)

const none = new Uploads(
  () => Promise.reject(new Error()),
  () => undefined,
)

export const uploadsOf = (editor: Editor): Uploads => held.get(editor) ?? none

export const useUpload = (uploads: Uploads, address: string): Upload | undefined =>
  useSyncExternalStore(uploads.subscribe, () => uploads.get(address))

export const useRunningCount = (uploads: Uploads): number =>
  useSyncExternalStore(uploads.subscribe, () => uploads.runningCount)
