import type { AnyControl } from '../../src/core/controls/control.ts';
import { compliantHost, rootFile, silenced } from '../fixtures/host.ts';
import { describeControl } from './describe-control.ts';

const watch = (path: string, permissions = 'wa') => ({
  audit: { watches: [{ path, permissions, file: '/etc/audit/audit.rules', line: 1 }] },
});

/** The file system that `/usr` lies on, which may only be read. */
const readOnly = { mountPoint: '/usr', fileSystem: 'ext4', source: '/dev/dm-0', options: ['ro'] };

/**
 * Tests a control that asks for an audit rule on each file of a program.
 *
 * @param program the fact of the host's programs that lists these files
 * @param name of the file in `/usr/bin`
 */
export function describeWatchedProgram(
  control: AnyControl,
  program: keyof typeof compliantHost.programs,
  name: string,
): void {
  const path = `/usr/bin/${name}`;
  const file = rootFile(path, 0o755);
  const compliant = {
    ...compliantHost,
    programs: { ...compliantHost.programs, [program]: [file] },
    audit: { ...compliantHost.audit, ...watch(path).audit },
  };
  describeControl(control, compliant, {
    pass: {
      'a directory above': { facts: watch('/usr/bin') },
      'in the rule files, where nothing more could be read': {
        facts: { audit: { state: 'files' } },
      },
      'a read-only file system of an ordinary system, with a rule': {
        facts: { os: { id: 'debian', containerOs: false }, mounts: [readOnly] },
      },
    },
    fail: {
      'a rule before it keeps it silent': { facts: silenced },
      'no rule': { facts: { audit: { watches: [] } } },
      'no audit at all': { facts: { audit: { watches: [], state: 'absent' } } },
      'reading and running alone': { facts: watch(path, 'rx') },
      'a name that only begins alike': { facts: watch(`${path}.old`) },
      'a second one without a rule': {
        facts: { programs: { [program]: [file, rootFile(`/opt/bin/${name}`, 0o755)] } },
      },
    },
    notApplicable: {
      'there is none': { facts: { programs: { [program]: [] } } },
      'it is part of a container OS that is mounted read-only': {
        facts: { os: { id: 'flatcar', containerOs: true }, mounts: [readOnly] },
      },
    },
    unknown: {
      'the rules were not read': { denied: ['/audit/watches'] },
      'the file was not read': { denied: [`/programs/${program}`] },
    },
    says: {
      'in the rule files, where nothing more could be read':
        'The rule files say so; what the kernel has loaded was not read',
    },
  });
}
