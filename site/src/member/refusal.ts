/** Why something was not done, as the API says it, or the network. `message` is Chinese and meant for people. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: string
  readonly status: number
  readonly details: Record<string, unknown>

  constructor(code: string, message: string, status = 0, details: Record<string, unknown> = {}) {
    super(message)
    this.code = code
    this.status = status
    this.details = details
  }

  /** names of the fields that are wrong, where the API knows them */
  get fields(): string[] {
    const { fields } = this.details
    return Array.isArray(fields) ? fields.filter((field): field is string => typeof field === 'string') : []
  }
}

export const OFFLINE = 'OFFLINE'
export const offline = () => new Refusal(OFFLINE, '没有连上网络，刚才的操作没有完成。请检查网络后再试。')

const UNEXPECTED = '系统没有正常回答，请过一会儿再试。'
const isChinese = (text: string) => /[\u4e00-\u9fff]/.test(text)

type Said = { error?: { message?: unknown; details?: Record<string, unknown> } }

/** A proxy or a broken server answers in other languages and shapes: those never reach a reader. */
export function refusalOf(status: number, body: unknown): Refusal {
  const { message, details = {} } = (body as Said | null)?.error ?? {}
  const sentence = typeof message === 'string' && isChinese(message) ? message : UNEXPECTED
  return new Refusal(typeof details['code'] === 'string' ? details['code'] : 'UNEXPECTED', sentence, status, details)
}

/** What is shown of whatever was thrown. */
export const asRefusal = (error: unknown): Refusal =>
  error instanceof Refusal ? error : new Refusal('UNEXPECTED', UNEXPECTED)

/** Every rule that a new password breaks, in the place of one general sentence. @throws Refusal */
export function spellOut(error: unknown): never {
  const refusal = asRefusal(error)
  const { problems } = refusal.details
  if (refusal.code !== 'PASSWORD_WEAK' || !Array.isArray(problems)) throw refusal
  const sentences = problems.map(({ message }: { message?: unknown }) => String(message ?? '')).join('')
  throw new Refusal(refusal.code, sentences || refusal.message, refusal.status, refusal.details)
}
