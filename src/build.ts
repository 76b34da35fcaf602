/**
 * The door to what images are built from. Everything here reads files, and runs nothing.
 *
 * @packageDocumentation
 */
export { collectDockerfile } from './collectors/dockerfile/collect-dockerfile.ts';
export type { DockerfileOptions } from './collectors/dockerfile/collect-dockerfile.ts';
export { parseDockerfile } from './collectors/dockerfile/parse-dockerfile.ts';
export type { ParsedDockerfile } from './collectors/dockerfile/parse-dockerfile.ts';
export { recogniseFile } from './collectors/recognise-file.ts';
