import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PlimsollError } from '../../../src/core/errors.ts';
import { readProc } from '../../../src/collectors/proc/read-proc.ts';
import { parseKernelState } from '../../../src/collectors/proc/kernel-state.ts';

const status = `Name:\tCapPrm:\\nweb
Umask:\t0022
Pid:\t17
Uid:\t1000\t0\t1000\t1000
Gid:\t1001\t33\t1001\t1001
Seccomp:\t2
Seccomp_filters:\t1
CapPrm:\t0000000000000400
CapEff:\t0000000000000000
NoNewPrivs:\t1
`;

test('takes the strongest that it may be, and is not led astray by a process’s name', () => {
  expect(parseKernelState(status, 17)).toEqual({
    uid: 0,
    gid: 33,
    capabilities: ['NET_BIND_SERVICE'],
    noNewPrivileges: true,
    seccomp: 2,
  });
});

test.each([
  ['real', '0\t1000\t1000\t1000'],
  ['effective', '1000\t0\t1000\t1000'],
  ['saved', '1000\t1000\t0\t1000'],
  ['that of files', '1000\t1000\t1000\t0'],
])('is root where its %s user is', (_, ids) => {
  const text = status.replace(/^Uid:.*$/m, `Uid:\t${ids}`);
  expect(parseKernelState(text, 17).uid).toBe(0);
});

test.each(['Uid', 'Gid', 'CapPrm', 'NoNewPrivs', 'Seccomp'])(
  'without %s nothing is claimed',
  (field) => {
    const without = status.replace(new RegExp(`^${field}:.*\\n`, 'm'), '');
    expect(() => parseKernelState(without, 17)).toThrow(PlimsollError);
  },
);

test('reads this very process', () => {
  const own = parseKernelState(readProc('/proc/self/status'), process.pid);
  expect(own.uid).toBe(process.geteuid?.());
  expect(own.gid).toBe(process.getegid?.());
});

test('no text makes it throw anything but its own error', () => {
  const lines = fc.constantFrom(
    'Uid:\t1\t2\t3\t4\n',
    'Gid:\t0\n',
    'CapPrm:\tzz\n',
    'Seccomp:\t9\n',
    '\n',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(lines).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(text, (any) => {
      try {
        parseKernelState(any, 1);
      } catch (error) {
        expect(error).toBeInstanceOf(PlimsollError);
      }
    }),
  );
});
