/**
 * The door to what is judged before it runs: archives of images. Everything here reads, nothing is unpacked
 * to disk, and no code of an image is run.
 *
 * @packageDocumentation
 */
export { collectArchive } from './collectors/archive/collect-archive.ts';
export type { ArchiveOptions } from './collectors/archive/collect-archive.ts';
export { isArchive } from './collectors/archive/is-archive.ts';
