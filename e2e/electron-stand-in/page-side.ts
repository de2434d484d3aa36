/**
 * What runs in the page before its own scripts: the preload, in a closure of its own, with an `electron` that has
 * what a sandboxed preload has. Values that cross into the page are copied, functions are wrapped, as Electron's
 * context bridge does.
 */

/** The name under which Playwright puts the way to the main process; taken away before the page can see it. */
export const INVOKE_BINDING = 'standInInvoke'
/** Where the main process reaches the preload's listeners. */
export const RECEIVER = 'stand-in-receiver'

/** The script for `addInitScript`. `preload` is the built bundle's text. */
export function pageScript(preload: string): string {
  return `(() => {
  const invoke = globalThis.${INVOKE_BINDING}
  delete globalThis.${INVOKE_BINDING}
  if (globalThis !== globalThis.top) return
  const electron = (${makeElectron.toString()})(invoke, ${JSON.stringify(RECEIVER)})
  const require = (name) => {
    if (name === 'electron') return electron
    throw new Error('module not found: ' + name)
  }
  const module = { exports: {} }
  ;((require, module, exports) => {
${preload}
  })(require, module, module.exports)
})()`
}

type Invoke = (channel: string, args: unknown[]) => Promise<unknown>
type Listener = (event: object, ...args: unknown[]) => void

/** Runs in the page: must not use anything from this module. */
function makeElectron(invoke: Invoke, receiver: string) {
  const listeners = new Map<string, Listener[]>()
  const cross = (value: unknown): unknown => {
    if (typeof value === 'function') {
      return (...args: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(value, undefined, args.map(cross))
        return answer instanceof Promise ? answer.then(cross) : cross(answer)
      }
    }
    if (Array.isArray(value)) return value.map(cross)
    if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
      return Object.freeze(
        Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cross(inner)])),
      )
    }
    return typeof value === 'object' ? structuredClone(value) : value
  }
  Object.defineProperty(globalThis, Symbol.for(receiver), {
    value: (channel: string, args: unknown[]) =>
      [...(listeners.get(channel) ?? [])].forEach((listener) => listener({}, ...args)),
  })
  return {
    contextBridge: {
      exposeInMainWorld: (name: string, api: unknown) =>
        Object.defineProperty(globalThis, name, { value: cross(api), enumerable: true }),
    },
    ipcRenderer: {
      invoke: (channel: string, ...args: unknown[]) => invoke(channel, structuredClone(args)),
      on(channel: string, listener: Listener) {
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      },
      off(channel: string, listener: Listener) {
        listeners.set(
          channel,
          (listeners.get(channel) ?? []).filter((other) => other !== listener),
        )
      },
    },
  }
}
