/**
 * The door to the files that a team keeps beside its configuration: attestations, waivers and frameworks in
 * YAML or JSON. Everything here reads; each thing that is wrong is told with file, line and column.
 *
 * @packageDocumentation
 */
export { hideInSource } from './syntax/secrets/hide-in-source.ts';
export type { HiddenSource } from './syntax/secrets/hide-in-source.ts';
export { filesBelow, findFiles } from './collectors/statements/find-files.ts';
export { hashFile } from './collectors/statements/hash-file.ts';
export { checkFiles } from './collectors/statements/check-files.ts';
export { readAttestations } from './collectors/statements/read-attestations.ts';
export type {
  AttestationDraft,
  AttestationFiles,
} from './collectors/statements/read-attestations.ts';
export { readWaivers } from './collectors/statements/read-waivers.ts';
export type { PlacedWaiver } from './collectors/statements/read-waivers.ts';
export { sealFiles } from './collectors/statements/seal-files.ts';
export type { SealedFile } from './collectors/statements/seal-files.ts';
export { conform } from './collectors/files/conform.ts';
export { readYaml } from './collectors/files/read-yaml.ts';
export type { YamlDocument, YamlOptions } from './syntax/yaml/yaml-document.ts';
