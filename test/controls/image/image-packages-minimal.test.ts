import { imagePackagesMinimal } from '../../../src/controls/image/image-packages-minimal.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { describeControl } from '../../support/describe-control.ts';

const packages = (manager: 'dpkg' | 'apk' | null, ...installed: readonly string[]) => ({
  files: { packages: { manager, installed } },
});

describeControl(imagePackagesMinimal, compliantImage, {
  pass: {
    'a library of the compiler’s': { facts: packages('dpkg', 'gcc-14-base', 'libgcc-s1') },
    'a list of one’s own': { facts: packages('dpkg', 'gcc'), params: { unwanted: ['perl'] } },
  },
  fail: {
    'a compiler': { facts: packages('dpkg', 'base-files', 'gcc') },
    'a sniffer on Alpine': { facts: packages('apk', 'musl', 'tcpdump') },
  },
  notApplicable: { 'one program alone': { facts: packages(null) } },
  unknown: {
    'its files were not read': { denied: ['/files'] },
    'the database was not read': { denied: ['/files/packages'] },
  },
});
