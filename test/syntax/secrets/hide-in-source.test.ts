import { describe, expect, it } from 'vitest';
import { hideInSource } from '../../../src/syntax/secrets/hide-in-source.ts';

describe('what looks like a secret in a program', () => {
  it.each([
    [
      `ledger: 'postgres://me:hunter22@db/plimsoll'`,
      `ledger: 'postgres://me:[redacted]@db/plimsoll'`,
    ],
    [`const password = 'hunter22';`, `const password = '[redacted]';`],
    [`headers: { "api-key": "0123abcd" }`, `headers: { "api-key": "[redacted]" }`],
    [`const key = 'q8Zr5vT0xK2mB7nW4yL9pD3s';`, `const key = '[redacted]';`],
    ['run(`echo root:hunter22 | chpasswd`)', 'run(`echo root:[redacted] | chpasswd`)'],
    ['`ghp_0123456789abcdefghijABCDEFGHIJ012345`', '`[redacted]`'],
  ])('%s is dropped', (source, shown) => {
    expect(hideInSource(source)).toEqual({ text: shown, dropped: 1 });
  });

  it('leaves the number of every line as it was', () => {
    const key = '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----';
    const { text, dropped } = hideInSource(`const key = \`${key}\`;\nconst next = 1;`);
    expect([text, dropped]).toEqual(['const key = `[redacted]\n\n`;\nconst next = 1;', 1]);
  });

  it.each([
    'export const noSecrets = defineControl({',
    "import { hostAuditContainerdShimRuncV1 } from './host-audit-containerd-shim-runc-v1.ts';",
    "remediation: 'Write docker secret create NAME and --user 10001:10001.'",
    'const token = read(w.token);',
  ])('%s is code', (source) => {
    expect(hideInSource(source)).toEqual({ text: source, dropped: 0 });
  });
});
