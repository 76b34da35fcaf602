import type { z } from 'zod';
import type { volume } from '../../../../core/subjects/volume.ts';
import type { Redactor } from '../../../redaction/create-redactor.ts';
import type { RawVolume } from '../../api-schemas/volume.ts';
import { type Partly, type Users, read } from '../../../gathering/partial-facts.ts';
import { toInstant } from '../../../gathering/to-instant.ts';
import { composePartOf } from './compose-part.ts';
import { redactMountOptions } from '../../../redaction/redact-volume-options.ts';
import { known } from '../../../gathering/known-value.ts';
import { volumeHostPath } from '../workload/mounts.ts';
import type { FollowLinks } from '../../reading/follow-links.ts';

type Facts = z.output<(typeof volume)['schema']>;

/** Everything that a volume's facts depend on beside its own answer. */
export interface VolumeSurroundings {
  readonly followLinks: FollowLinks;
  /** Ids of the containers that mount it. */
  readonly usedBy: Users;
  readonly redactor: Redactor;
}

/** Turns what an engine says of a volume into its facts. */
export function volumeFacts(raw: RawVolume, { followLinks, usedBy, redactor }: VolumeSurroundings) {
  const labels = read(() => redactor.labels(raw.Labels).labels);
  return {
    driver: read(() => raw.Driver),
    scope: read(() => known(['local', 'global'], raw.Scope, 'scope of a volume')),
    mountPoint: read(() => raw.Mountpoint),
    createdAt: read(() => toInstant(raw.CreatedAt)),
    fileSystem: read(() => raw.Options['type'] ?? ''),
    mountOptions: read(() => redactMountOptions(raw.Options['o'] ?? '', redactor)),
    device: read(() => redactor.text(raw.Options['device'] ?? '').value),
    hostPath: read(() => volumeHostPath(raw, followLinks)),
    usedBy,
    labels,
    ...composePartOf(labels, 'volume'),
  } satisfies Partly<Facts>;
}
