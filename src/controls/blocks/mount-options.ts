import type { VolumeFacts } from '../../core/subjects/volume.ts';

/** The options that a volume is mounted with, one by one, in lower case. */
export const optionsOf = ({ mountOptions }: VolumeFacts): readonly string[] =>
  mountOptions
    .split(',')
    .map((option) => option.trim().toLowerCase())
    .filter((option) => option !== '');

/** Whether a volume binds a place of the host: it has the options of the file system that it lies on. */
export const isBind = (v: VolumeFacts): boolean =>
  v.fileSystem === 'bind' || optionsOf(v).some((option) => option === 'bind' || option === 'rbind');
