import { imageFilesNotWorldWritable } from '../../../src/controls/image/image-files-not-world-writable.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { describeControl } from '../../support/describe-control.ts';

const file = (path: string, mode: number, directory = false) => ({ path, mode, directory });
const found = (...worldWritable: readonly object[]) => ({
  files: { ...compliantImage.files, worldWritable },
});

describeControl(imageFilesNotWorldWritable, compliantImage, {
  pass: {
    'one that may': {
      facts: found(file('/data/in', 0o777, true)),
      params: { allowed: ['/data'] },
    },
  },
  fail: {
    'a file': { facts: found(file('/etc/passwd', 0o666)) },
    'a directory': { facts: found(file('/app', 0o777, true)) },
    'one beside those that may': {
      facts: found(file('/data', 0o777, true), file('/database', 0o777, true)),
      params: { allowed: ['/data'] },
    },
  },
  unknown: {
    'its files were not read': { denied: ['/files'] },
    'their rights were not read': { denied: ['/files/worldWritable'] },
  },
  says: {
    'a directory': 'Everybody may write /app (0777)',
  },
});
