/** What two texts share that differ in case, white space or Unicode composition only: the key for finding exact duplicates. */
export const normalised = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
