import type { Subject } from '../core/facts/subject.ts';
import {
  composeProject,
  dockerfile,
  engine,
  host,
  image,
  imageScan,
  network,
  secret,
  swarm,
  swarmNode,
  vex,
  volume,
  workload,
} from './subjects.ts';

const compliant: readonly Subject[] = [
  host(),
  engine(),
  workload(),
  image(),
  dockerfile(),
  composeProject(),
  network(),
  volume(),
  swarm(),
  swarmNode(),
  secret(),
  imageScan(),
  vex(),
];

/**
 * A machine with one compliant subject of each built-in kind. `subjects` stand in the place of those of their kind,
 * and beside the others.
 *
 * @example
 * testControl(control, {
 *   pass: [workload()],
 *   fail: [{ subject: workload(), surroundings: machine(engine({ rootless: false })) }],
 * });
 */
export const machine = (...subjects: readonly Subject[]): readonly Subject[] =>
  subjects.length === 0
    ? compliant
    : [
        ...compliant.filter(({ kind }) => subjects.every((subject) => subject.kind !== kind)),
        ...subjects,
      ];
