/** autocannon brings no types: what we use of it. */
declare module 'autocannon' {
  type Options = {
    url: string
    connections: number
    /** in seconds */
    duration: number
    /** each connection makes these in turn */
    requests: { path: string }[]
    headers: Record<string, string>
  }
  type Result = { errors: number; non2xx: number; requests: { average: number }; latency: { p99: number } }
  export default function autocannon(options: Options): Promise<Result>
}
