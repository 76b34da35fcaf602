import type { Subject } from '../core/facts/subject.ts';
import {
  aComposeProject,
  aDockerfile,
  anEngine,
  aHost,
  anImage,
  anImageScan,
  aNetwork,
  aRegistryService,
  aSecret,
  aSwarm,
  aSwarmNode,
  aVex,
  aVolume,
  aWorkload,
} from './subjects.ts';

const compliant: readonly Subject[] = [
  aHost(),
  anEngine(),
  aWorkload(),
  anImage(),
  aDockerfile(),
  aComposeProject(),
  aNetwork(),
  aVolume(),
  aSwarm(),
  aSwarmNode(),
  aSecret(),
  aRegistryService(),
  anImageScan(),
  aVex(),
];

/**
 * A machine with one compliant subject of each built-in kind. `subjects` stand in the place of those of their kind,
 * and beside the others.
 *
 * @example
 * testControl(control, {
 *   pass: [aWorkload()],
 *   fail: [{ subject: aWorkload(), surroundings: machine(anEngine({ rootless: false })) }],
 * });
 */
export const machine = (...subjects: readonly Subject[]): readonly Subject[] =>
  subjects.length === 0
    ? compliant
    : [
        ...compliant.filter(({ kind }) => subjects.every((subject) => subject.kind !== kind)),
        ...subjects,
      ];
