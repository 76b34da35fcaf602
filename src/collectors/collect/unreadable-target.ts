import { projectKinds } from '../compose/project-kinds.ts';
import { type Harvest, localMachine } from '../gathering/collector-result.ts';
import { failureReason } from '../gathering/failure-reason.ts';
import { wordsOf } from '../gathering/failure-words.ts';
import type { OwnTarget } from '../gathering/parse-target.ts';
import { parseRegistryAddress } from '../gathering/registry-address.ts';
import type { PlimsollError } from '../../core/errors.ts';
import { everyMachine } from '../../core/snapshot/context.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { imageScan } from '../../core/subjects/image-scan.ts';
import { image } from '../../core/subjects/image.ts';
import { registryService } from '../../core/subjects/registry-service.ts';
import { workload } from '../../core/subjects/workload/workload.ts';

/** What is missing where a target could not be read: some kinds, or `null` for all that such a target holds. */
const hiddenKinds = {
  engine: [null],
  host: [null],
  compose: projectKinds.map(({ kind }) => kind),
  archive: [image.kind],
  registry: [image.kind],
  dockerfile: [dockerfile.kind],
  devcontainer: [workload.kind],
  folder: [dockerfile.kind, ...projectKinds.map(({ kind }) => kind)],
  scanner: [imageScan.kind],
  // Its alerts are facts of the containers of others.
  falco: [],
  path: [null],
} as const satisfies Record<
  Exclude<OwnTarget['kind'], 'own' | 'unread'> | 'folder',
  readonly (string | null)[]
>;

/** What would have been read of a target; of a registry, itself or the image that is named. */
function hiddenBy(target: OwnTarget): readonly (string | null)[] {
  if (target.kind === 'own') return target.collector.kinds.map(({ kind }) => kind);
  if (target.kind === 'registry' && parseRegistryAddress(target.address)?.image === null) {
    return [registryService.kind];
  }
  return hiddenKinds[target.kind === 'unread' ? target.as : target.kind];
}

/** A target without anything readable is one gap over every kind that it would have had. */
export function unreadable(id: string, target: OwnTarget, error: PlimsollError): Harvest {
  const reason = failureReason(error);
  const what = wordsOf([error]);
  const meant = target.kind === 'unread' ? target.as : target.kind;
  const kind =
    meant === 'path'
      ? 'archive'
      : meant === 'folder'
        ? 'compose'
        : meant === 'falco'
          ? 'scanner'
          : meant;
  const here = kind !== 'engine' || id.startsWith('unix:') ? localMachine : id;
  const nowhere = kind === 'scanner' ? everyMachine : here;
  const machine = target.kind === 'own' ? (target.collector.machine ?? everyMachine) : nowhere;
  const hidden = hiddenBy(target);
  return {
    target: { id, kind, machine, description: '', access: what },
    subjects: [],
    population: [],
    gaps: hidden.map((of) => ({ target: id, kind: of, reason, detail: what })),
    origins: {},
    redactions: {},
    ...(target.kind === 'falco'
      ? {
          detections: {
            log: id,
            path: target.path,
            containers: [],
            hosts: [],
            unread: [{ reason, detail: what }],
          },
        }
      : {}),
  };
}
