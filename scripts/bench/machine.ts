/** What a result was measured on: without it the numbers say nothing. */
import os from 'node:os'

const GIB = 1024 ** 3

export type Machine = { cpu: string; cores: number; memoryGib: number; system: string; node: string }

export const describeMachine = (): Machine => ({
  cpu: os.cpus()[0]?.model.trim() ?? 'unknown',
  cores: os.availableParallelism(),
  memoryGib: Math.round(os.totalmem() / GIB),
  system: `${os.type()} ${os.release()}`,
  node: process.version,
})
