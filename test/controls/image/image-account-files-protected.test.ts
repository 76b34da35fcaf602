import { imageAccountFilesProtected } from '../../../src/controls/image/image-account-files-protected.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { describeControl } from '../../support/describe-control.ts';

const file = (path: string, mode: number, uid = 0, gid = 0) => ({ path, mode, uid, gid });
const found = (...accountFiles: readonly object[]) => ({
  files: { ...compliantImage.files, accountFiles },
});

describeControl(imageAccountFilesProtected, compliantImage, {
  pass: {
    'those of a distribution': {
      facts: found(
        file('/etc', 0o755),
        file('/etc/group', 0o644),
        file('/etc/gshadow', 0o640, 0, 42),
        file('/etc/passwd', 0o644),
        file('/etc/shadow', 0o640, 0, 42),
        file('/etc/sudoers', 0o440),
        file('/etc/sudoers.d', 0o750),
      ),
    },
    'with nothing for anybody': { facts: found(file('/etc/shadow', 0o000)) },
  },
  fail: {
    'one that is open, beside a link': {
      facts: found(file('/etc/passwd', 0o664)),
      denied: ['/files/accountFiles/-'],
    },
    'for the group of root': { facts: found(file('/etc/passwd', 0o664)) },
    'for everybody': { facts: found(file('/etc/passwd', 0o646)) },
    'of somebody else, who may give himself the right': {
      facts: found(file('/etc/sudoers.d/app', 0o440, 1000, 1000)),
    },
    'the folder, in which files are replaced': {
      facts: found(file('/etc', 0o775), file('/etc/passwd', 0o644)),
    },
  },
  unknown: {
    'its files were not read': { denied: ['/files'] },
    'a snapshot of an older release': {
      facts: { files: { ...compliantImage.files, accountFiles: undefined } },
    },
    'one of them is a link': { denied: ['/files/accountFiles/-'] },
    'their rights were not read': { denied: ['/files/accountFiles'] },
  },
  notApplicable: {
    'a program alone': { facts: found() },
    'a folder with other things in it': { facts: found(file('/etc', 0o775)) },
  },
  says: {
    'of somebody else, who may give himself the right':
      'Others than root may write /etc/sudoers.d/app (0440, 1000:1000)',
  },
});
