import type { Partly } from '../../../gathering/partial-facts.ts';
import type { Holder } from '../../../proc/cgroup-held.ts';
import type { z } from 'zod';
import type { workload } from '../../../../core/subjects/workload/workload.ts';

type Facts = z.output<(typeof workload)['schema']>;

/** What is in force otherwise than it was configured. */
export type Difference = NonNullable<Facts['differences']>[number];

/** A mount, parts of which may be of different sources. */
export type MountPart = Partly<Facts['mounts'][number]>;

/** What differences have in place of what there is not. */
export const none = 'none';

/** Whom a difference is of, where it is not the container as a whole. */
export const ofProcesses = (holders: readonly Holder[] | undefined) =>
  holders === undefined ? {} : { processes: holders.map(({ pid, program }) => ({ pid, program })) };

/** The mark of a difference that leaves a container less than it was made with. */
export const strictly = (isStricter: boolean) => (isStricter ? { stricter: true } : {});

/** Whether something can be written, as differences say it. */
export const accessOf = (readOnly: boolean): string => (readOnly ? 'read-only' : 'writable');
