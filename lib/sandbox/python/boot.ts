import type { Booted, Given, Memory, Wasm } from './pyodide.ts'

/**
 * Starts Pyodide in an isolate that `world` and `stillness` have furnished. It travels into the isolate as its own source
 * text, so it may use nothing from this file. `wasm` is the isolate's own WebAssembly.
 */
export const boot = async (wasm: Wasm, { glue, module, stdlib, lock, snapshot }: Given): Promise<Booted> => {
  const here = globalThis as unknown as Record<string, unknown>
  const pageBytes = 65536
  let memory: Memory | undefined

  // What is left out (switching stacks, typed functions) Pyodide would use where V8 has it; so it is the same on every V8.
  const names = ['Memory', 'Table', 'Global', 'Tag', 'Exception', 'JSTag', 'CompileError', 'LinkError', 'RuntimeError']
  const offered: Record<string, unknown> = { Module: wasm.Module, Instance: wasm.Instance }
  for (const name of names) offered[name] = (wasm as unknown as Record<string, unknown>)[name]
  offered.compile = async (bytes: unknown) => new wasm.Module(bytes)
  // Pyodide compiles one small module of its own; for the big one it holds an empty array, and gets what was compiled already.
  offered.instantiate = async (source: unknown, imports: object) => {
    if (source instanceof wasm.Module) return new wasm.Instance(source, imports)
    const instance = new wasm.Instance(module, imports)
    memory = instance.exports.memory
    if (snapshot && memory) {
      // The second word of a snapshot says where its header ends.
      const [, header = 0] = new Uint32Array(snapshot, 0, 2)
      const lacking = snapshot.byteLength - header - memory.buffer.byteLength
      if (lacking > 0) memory.grow(Math.ceil(lacking / pageBytes))
    }
    return { module, instance }
  }

  const hooks: Booted['hooks'] = {
    tick: () => 0,
    // Only the seed of Python's hashes is drawn while it starts.
    random: view => {
      for (let at = 0; at < view.length; at++) view[at] = at
      return view
    },
  }
  // By these two Pyodide knows that it is neither in a browser nor in Node.
  here.read = here.load = () => ''
  here.readbuffer = (path: string) => (path.endsWith('.zip') ? stdlib : new ArrayBuffer(0))
  const { create, load } = glue(
    offered,
    view => hooks.random(view),
    () => hooks.tick(),
  )
  const python = await load({
    indexURL: '/pyodide/',
    createPyodideModule: create,
    lockFileContents: lock,
    env: { PYTHONHASHSEED: '0' },
    stdin: () => null,
    stdout: () => {},
    stderr: () => {},
    ...(snapshot ? { _loadSnapshot: snapshot } : { _makeSnapshot: true }),
  })
  if (!memory) throw new TypeError('Pyodide started without its memory')
  delete python._api.config._loadSnapshot
  return {
    python,
    memory,
    spare: snapshot,
    hooks,
    seal: () => {
      for (const name of Object.keys(offered)) if (name !== 'RuntimeError') delete offered[name]
      for (const name of ['read', 'load', 'readbuffer', 'eval', 'Function']) delete here[name]
      for (const made of [() => {}, async () => {}, function* () {}, async function* () {}])
        delete (Object.getPrototypeOf(made) as { constructor?: unknown }).constructor
    },
  }
}
