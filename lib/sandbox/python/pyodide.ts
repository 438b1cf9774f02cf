// What is used of the pyodide package, and what is given to it.

export type View = ArrayBufferView & { readonly length: number; [at: number]: number }

/** The part of an isolate's WebAssembly that Pyodide is given. */
export interface Wasm {
  readonly Module: new (bytes: unknown) => object
  readonly Instance: new (module: object, imports: object) => { readonly exports: { readonly memory?: Memory } }
}

export interface Memory {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}

/** Pyodide's file system, which lives in JavaScript. */
export type Files = Record<string, unknown> & { readonly ErrnoError: new (code: number) => Error }

type Exported = (...given: number[]) => number

/** What is called of CPython's own interface; every number is an address, a length or 0 for nothing. */
export interface Exports {
  readonly _malloc: Exported
  readonly _free: Exported
  readonly _PyList_New: Exported
  readonly _PyList_SetItem: Exported
  readonly _PyTuple_New: Exported
  readonly _PyTuple_SetItem: Exported
  readonly _PyObject_Call: Exported
  readonly _PyUnicode_DecodeUTF16: Exported
  readonly _PyBytes_AsString: Exported
  readonly _PyBytes_Size: Exported
  readonly _PyErr_Clear: Exported
  readonly _Py_DecRef: Exported
  readonly _Py_IncRef: Exported
  readonly _emscripten_stack_get_current: Exported
  readonly __emscripten_stack_restore: Exported
}

/** Pyodide's public object, as far as it is used here. */
export interface Python {
  readonly globals: { get(name: string): unknown; delete(name: string): void }
  readonly _module: Exports
  readonly _api: { readonly config: { _loadSnapshot?: unknown } }
  readonly FS: Files
  runPython(source: string): unknown
  setInterruptBuffer(buffer: object): void
  makeMemorySnapshot(): Uint8Array<ArrayBuffer>
}

export type Glue = (
  wasm: object,
  random: (view: View) => View,
  tick: () => number,
) => { readonly create: unknown; readonly load: (settings: object) => Promise<Python> }

/** What the isolate starts with. */
export interface Given {
  readonly glue: Glue
  /** pyodide.asm.wasm, compiled. */
  readonly module: object
  readonly stdlib: ArrayBuffer
  /** Pyodide's list of packages, without a package. */
  readonly lock: object
  /** The memory of an interpreter that was started before. Without it one is started from nothing, which takes seconds. */
  readonly snapshot?: ArrayBuffer | undefined
}

/** An interpreter, and what its keeper may hang into it. */
export interface Booted {
  readonly python: Python
  readonly memory: Memory
  /** The snapshot's bytes, which nobody needs any more. */
  readonly spare: ArrayBuffer | undefined
  readonly hooks: { tick: () => number; random: (view: View) => View }
  /** Takes away what only starting needs: WebAssembly, and every way to make code of a string. */
  seal(): void
}
