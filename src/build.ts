/**
 * The door to what is judged before it runs: Dockerfiles, Compose files and archives of images. Everything
 * here reads, nothing is unpacked to disk, and no code of an image is run.
 *
 * @packageDocumentation
 */
export { collectArchive } from './collectors/archive/collect-archive.ts';
export type { ArchiveOptions } from './collectors/archive/collect-archive.ts';
export { isArchive } from './collectors/archive/is-archive.ts';
export { collectCompose } from './collectors/compose/collect-compose.ts';
export type { ComposeInput } from './collectors/compose/collect-compose.ts';
export { isComposeFile } from './collectors/compose/is-compose-file.ts';
export { loadProject } from './collectors/compose/loading/load-project.ts';
export type {
  ComposeOptions,
  Project,
  ProjectInput,
} from './collectors/compose/loading/load-project.ts';
export { toPlain } from './syntax/compose/tree/nodes.ts';
export { collectDockerfile } from './collectors/dockerfile/collect-dockerfile.ts';
export type { DockerfileOptions } from './collectors/dockerfile/collect-dockerfile.ts';
export { parseDockerfile } from './collectors/dockerfile/parse-dockerfile.ts';
export type { ParsedDockerfile } from './collectors/dockerfile/parse-dockerfile.ts';
export { findTargets } from './collectors/folder/find-targets.ts';
export type { FindOptions } from './collectors/folder/find-targets.ts';
export type { Build, BuildArguments } from './collectors/gathering/build.ts';
export { recogniseTarget } from './collectors/collect/recognise-target.ts';
