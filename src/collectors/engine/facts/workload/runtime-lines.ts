import { at } from '../../../gathering/fact-lines.ts';
import {
  isMissing,
  more,
  sourced,
  whenRead,
  whyMissing,
  type Missing,
  type More,
} from '../../../gathering/partial-facts.ts';
import type { InForce } from '../../../proc/in-force.ts';
import type { Runtime } from '../../reading/container-runtime.ts';
import type { Answer } from './container-answer.ts';
import { otherDifferences } from './differences.ts';
import type { namespacesOf } from './namespaces.ts';

/** What a container that runs shows by its processes: each a line, left out of one that does not run. */
export const runtimeLines = {
  kernel: inRuntime(({ kernel, inForce }) =>
    whenRead(kernel, ({ state, path }) =>
      sourced({ ...state, ...kernelLimits(inForce, path) }, { kind: 'file', path }),
    ),
  ),
  processes: inRuntime(({ processes }) => processes),
  differences: inRuntime(({ inForce, kernel }, { raw, mounting }) =>
    whenRead(inForce, (found) =>
      whenRead(mounting, ({ differences }) =>
        whenRead(kernel, ({ path }) =>
          sourced([...otherDifferences(raw, found, path), ...differences, ...unseenParts(found)], {
            kind: 'file',
            path: path.replace(/status$/, 'mountinfo'),
          }),
        ),
      ),
    ),
  ),
  rootUid: inRuntime(({ rootUid }) => rootUid),
  listeners: inRuntime(({ listeners }, { namespaces }) =>
    isHosted(namespaces.network) ? listeners : undefined,
  ),
  sessions: inRuntime(({ sessions }) => sessions, '/ExecIDs'),
  init: inRuntime(({ init }) => init, '/HostConfig/Init'),
  changes: inRuntime(({ changes }) => changes, '', '/containers/{id}/changes'),
};

/** Left out of what does not run. */
function inRuntime<T>(make: (runtime: Runtime, answer: Answer) => T, pointer = '', from?: string) {
  return at(pointer, (answer: Answer) => answer.runtime && make(answer.runtime, answer), {}, from);
}

/** Of what may be in force otherwise, what was not seen. */
const unseenParts = ({ mounts, ownLimits, ulimits, openPaths }: InForce): readonly More[] => {
  const all = [mounts, ownLimits, ulimits, isMissing(mounts) ? [] : openPaths];
  return all.filter((part) => isMissing(part)).map((part) => more(whyMissing(part)));
};

/** The limits of the processes, where they were read beside the state of the first. */
function kernelLimits(inForce: InForce | Missing, path: string) {
  if (isMissing(inForce)) return { limits: inForce };
  const { ulimits } = inForce;
  const first = path.replace(/status$/, 'limits');
  return {
    limits: whenRead(ulimits, (limits) =>
      sourced(
        limits.map(({ holder, name, soft, hard }) => {
          const limit = { name, soft, hard };
          const own = `/proc/${holder.pid}/limits`;
          if (own === first) return limit;
          const { pid, program } = holder;
          return sourced({ ...limit, process: { pid, program } }, { kind: 'file', path: own });
        }),
        { kind: 'file', path: first },
      ),
    ),
  };
}

/** Whether a network is the host's; where that is not known, it leaves what listens there in place. */
const isHosted = (network: ReturnType<typeof namespacesOf>['network']): boolean =>
  isMissing(network) || network.resolved !== 'private';
