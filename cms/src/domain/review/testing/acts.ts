/** Acts for tests: `submitted:A approved1:A` – act, level, fingerprint; the actor of a level is 10 times its number, others 1. */
import type { ActName, ReviewAct } from '../acts'
import type { Level } from '../levels'

const ACT = /^([a-zA-Z]+)([123])?:(\w+)$/

export function list(words: string): ReviewAct[] {
  return words
    .split(' ')
    .filter(Boolean)
    .map((word, index) => {
      const [, act, digit, fingerprint = ''] = ACT.exec(word) ?? []
      const level = digit ? (Number(digit) as Level) : null
      const id = level ? level * 10 : 1
      return {
        ...{ step: index + 1, act: act as ActName, level, fingerprint },
        actor: { id, name: `某人${id}`, role: '角色' },
        ...{ note: '', marks: [], at: new Date(Date.UTC(2026, 10, 26, 1, index)) },
      }
    })
}
