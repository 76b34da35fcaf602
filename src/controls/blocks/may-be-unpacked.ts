import { text } from '../../core/text.ts';

/** A file in a folder where an archive was unpacked, which may have been there before. */
export const mayBeUnpacked = text(
  'It uses a program that may come out of an archive that nothing verified, or from the base image',
  '所用程序可能来自未经校验的归档，也可能来自基础镜像',
);
