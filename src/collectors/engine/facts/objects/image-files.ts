import type { z } from 'zod';
import type { image } from '../../../../core/subjects/image.ts';
import type { Unread } from '../../../gathering/unread-gap.ts';
import type { Redactor } from '../../../redaction/create-redactor.ts';
import type { ShownFiles } from '../../reading/read-container-files.ts';
import { missing, sourced, type Missing, type Partly } from '../../../gathering/partial-facts.ts';
import { text as wording } from '../../../../core/text.ts';

type Facts = z.output<(typeof image)['schema']>['files'];

/**
 * What a container showed of its image's files, as facts.
 *
 * @param failure why the engine's export, which would have shown all of them, was not to be had; absent unless it
 * was asked for
 */
export function imageFilesOf(
  shown: ShownFiles | Unread,
  redactor: Redactor,
  failure?: Unread,
): Partly<Facts> {
  if ('reason' in shown) return missing(failure ?? shown);
  const notLooked = failure ? missing(failure) : notAsked;
  const { files, pid } = shown;
  const clean = (raw: string): string => redactor.text(raw).value;
  const source = { kind: 'file', path: `/proc/${pid}/root` } as const;
  const { setuid, packages, os } = files;
  return {
    accountFiles: notLooked,
    worldWritable: notLooked,
    privateKeys: notLooked,
    credentials: notLooked,
    programs: notLooked,
    setuid: orMissing(setuid, (all) =>
      sourced(
        all.map((file) => ({ ...file, path: clean(file.path) })),
        source,
      ),
    ),
    packages: orMissing(packages, (all) => sourced(all, source)),
    os: sourced(
      os && { id: clean(os.id), version: clean(os.version), name: clean(os.name) },
      source,
    ),
  };
}

const notAsked = missing({
  reason: 'unsupported',
  detail: wording(
    'only the files of the image show it: collect with --image-files, or scan what docker save wrote',
    '须读取完整镜像才能得知：请以 --image-files 采集，或扫描 docker save 的输出',
  ),
});

/** Nothing that is read of files has a reason. */
const orMissing = <T extends object, U>(value: T | Unread, next: (value: T) => U): U | Missing =>
  'reason' in value ? missing(value) : next(value);
