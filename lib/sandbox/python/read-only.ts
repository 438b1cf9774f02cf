import type { Files } from './pyodide.ts'

/**
 * Closes Pyodide's file system, which a reset of Python's memory does not restore, to every change: a verifier can read the
 * standard library and write nowhere. What is written to a device is gone. It travels into the isolate as its own source
 * text, so it may use nothing from this file.
 */
export const readOnly = (files: Files): void => {
  const readOnlyFileSystem = 69
  // O_WRONLY, O_RDWR, O_CREAT and O_TRUNC.
  const writing = 0o1 | 0o2 | 0o100 | 0o1000
  const refuse = (): never => {
    throw new files.ErrnoError(readOnlyFileSystem)
  }
  const open = files.open as (path: string, flags: number, mode?: number) => unknown
  files.open = (path: string, flags: number, mode?: number) =>
    flags & writing && !path.startsWith('/dev/') ? refuse() : open(path, flags, mode)
  files.write = (_stream: unknown, _bytes: unknown, _from: number, length: number) => length
  const changes =
    'mknod mkdir symlink rename rmdir unlink truncate ftruncate chmod fchmod chown fchown utime chdir allocate mount'
  for (const name of changes.split(' ')) files[name] = refuse
}
