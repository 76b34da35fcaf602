/**
 * The door to what is written before anything runs: Compose files. Everything here reads.
 *
 * @packageDocumentation
 */
export { collectCompose } from './collectors/compose/collect-compose.ts';
export type { ComposeInput } from './collectors/compose/collect-compose.ts';
export { isComposeFile } from './collectors/compose/is-compose-file.ts';
export { loadProject } from './collectors/compose/load-project.ts';
export type { ComposeOptions, Project, ProjectInput } from './collectors/compose/load-project.ts';
export { toPlain } from './collectors/compose/node.ts';
