type Plugin = { routes: Record<string, { type: string; routes: unknown[] }> }

/** Nobody needs it from outside the desk: what is not there cannot be misused. */
export default (plugin: Plugin) => {
  plugin.routes['content-api'] = { type: 'content-api', routes: [] }
  return plugin
}
