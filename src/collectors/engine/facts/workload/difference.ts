import type { Partly } from '../../../gathering/partial-facts.ts';
import type { z } from 'zod';
import type { workload } from '../../../../core/subjects/workload/workload.ts';

type Facts = z.output<(typeof workload)['schema']>;

/** What is in force otherwise than it was configured. */
export type Difference = NonNullable<Facts['differences']>[number];

/** A mount, parts of which may be of different sources. */
export type MountPart = Partly<Facts['mounts'][number]>;

/** What differences have in place of what there is not. */
export const none = 'none';

/** Whether something can be written, as differences say it. */
export const accessOf = (readOnly: boolean): string => (readOnly ? 'read-only' : 'writable');
