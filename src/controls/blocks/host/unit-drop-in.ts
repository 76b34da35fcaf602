import type { HostFile } from './host-file.ts';

/** Whether a file is a drop-in of a unit: it lies in the directory that is named after it. */
export const dropInOf =
  (unit: string) =>
  ({ path }: HostFile): boolean =>
    path.split('/').at(-2) === `${unit}.d`;
