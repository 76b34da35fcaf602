import type { Workload } from '../../core/subjects/workload/workload.ts';
import { parseSize } from '../../syntax/parse-size.ts';

/** What bounds a tmpfs, by the options that the kernel is given; bytes that are 0 where nothing does. */
export function tmpfsSize(
  options: string,
): Pick<Workload['mounts'][number], 'sizeBytes' | 'sizeShare'> {
  const named = options.split(',').findLast((option) => option.startsWith('size='));
  const size = named?.slice('size='.length) ?? '';
  const [, share] = /^(\d{1,3})%$/.exec(size) ?? [];
  return share === undefined ? { sizeBytes: parseSize(size) } : { sizeShare: Number(share) };
}

/** Whether a tmpfs is read-only, by the same options: the last one counts. */
export const tmpfsReadOnly = (options: string): boolean =>
  options.split(',').findLast((option) => option === 'ro' || option === 'rw') === 'ro';
