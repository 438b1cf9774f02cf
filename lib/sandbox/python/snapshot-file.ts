import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { zstdCompress, zstdDecompress } from 'node:zlib'

// zstd unpacks 30 MB in 40 ms, brotli in 120; both make 6 MB of it.
const pack = promisify(zstdCompress)
const unpack = promisify(zstdDecompress)
const sumBytes = 32
const sumOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/** Reads a snapshot that `writeSnapshot` wrote: undefined when there is none, or when a byte of it has changed. */
export const readSnapshot = async (file: string): Promise<Uint8Array | undefined> => {
  try {
    const bytes = await readFile(file)
    const packed = bytes.subarray(sumBytes)
    return sumOf(packed).equals(bytes.subarray(0, sumBytes)) ? await unpack(packed) : undefined
  } catch {
    return undefined
  }
}

/**
 * Writes a snapshot, compressed and with a checksum. Any number of processes may do so at once, and read meanwhile: the file
 * appears whole under its name, and the last one stays. Rejects when the folder cannot be written to.
 */
export const writeSnapshot = async (file: string, snapshot: Uint8Array): Promise<void> => {
  const packed = await pack(snapshot)
  await mkdir(dirname(file), { recursive: true })
  const unfinished = `${file}.${randomUUID()}`
  try {
    await writeFile(unfinished, Buffer.concat([sumOf(packed), packed]))
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}
