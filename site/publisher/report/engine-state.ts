import type { EngineProblem } from '../live-report.ts'

/** What the engine is at, as the desk is told. */
export type EngineState = { problem: EngineProblem | null }
