import { hostAuditContainerdShimRuncV1 } from '../../../src/controls/host/host-audit-containerd-shim-runc-v1.ts';
import { compliantHost, rootFile } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const watch = (path: string, permissions = 'wa') => ({
  audit: { watches: [{ path, permissions, file: '/etc/audit/audit.rules', line: 1 }] },
});

describeControl(
  hostAuditContainerdShimRuncV1,
  {
    ...compliantHost,
    programs: {
      ...compliantHost.programs,
      containerdShimRuncV1: [rootFile('/usr/bin/containerd-shim-runc-v1', 0o755)],
    },
    audit: { ...compliantHost.audit, ...watch('/usr/bin/containerd-shim-runc-v1').audit },
  },
  {
    pass: {
      'a directory above': { facts: watch('/usr/bin') },
      'in the rule files, where nothing more could be read': {
        facts: { audit: { state: 'files' } },
      },
      'a read-only file system of an ordinary system, with a rule': {
        facts: {
          os: { id: 'debian', containerOs: false },
          mounts: [
            { mountPoint: '/usr', fileSystem: 'ext4', source: '/dev/sda2', options: ['ro'] },
          ],
        },
      },
    },
    fail: {
      'no rule': { facts: { audit: { watches: [] } } },
      'no audit at all': { facts: { audit: { watches: [], state: 'absent' } } },
      'reading and running alone': { facts: watch('/usr/bin/containerd-shim-runc-v1', 'rx') },
      'a name that only begins alike': {
        facts: watch('/usr/bin/containerd-shim-runc-v1.old'),
      },
      'a second one without a rule': {
        facts: {
          programs: {
            containerdShimRuncV1: [
              rootFile('/usr/bin/containerd-shim-runc-v1', 0o755),
              rootFile('/opt/bin/containerd-shim-runc-v1', 0o755),
            ],
          },
        },
      },
    },
    notApplicable: {
      'there is none': { facts: { programs: { containerdShimRuncV1: [] } } },
      'it is part of a container OS that is mounted read-only': {
        facts: {
          os: { id: 'flatcar', containerOs: true },
          mounts: [
            { mountPoint: '/usr', fileSystem: 'ext4', source: '/dev/mapper/usr', options: ['ro'] },
          ],
        },
      },
    },
    unknown: {
      'the rules were not read': { denied: ['/audit/watches'] },
      'the file was not read': { denied: ['/programs/containerdShimRuncV1'] },
    },
    says: {
      'in the rule files, where nothing more could be read':
        'The rule files say so; what the kernel has loaded was not read',
    },
  },
);
