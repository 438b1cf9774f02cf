const shown = 200

/** The first 200 bytes as text, for a reader to recognise a line by; bytes that are not UTF-8 show as U+FFFD. */
export const excerpt = (bytes: Uint8Array): string => {
  // As a stream the decoder keeps back a character that the cut goes through.
  const text = new TextDecoder().decode(bytes.subarray(0, shown), { stream: bytes.length > shown })
  return bytes.length > shown ? `${text}…` : text
}
