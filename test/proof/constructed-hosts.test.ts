import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { collectHost } from '../../src/collectors/host/collect-host.ts';
import { hostRoot } from '../support/host-root.ts';
import { differences } from '../support/judge-harvest.ts';
import { describeWithRoot } from '../support/needs.ts';
import { accountCases } from './constructed/account-cases.ts';
import { auditCases } from './constructed/audit-cases.ts';
import { sshCases } from './constructed/ssh-cases.ts';
import { sudoCases } from './constructed/sudo-cases.ts';
import { systemCases } from './constructed/system-cases.ts';

const cases = [...sudoCases, ...auditCases, ...sshCases, ...accountCases, ...systemCases];

describeWithRoot('hosts made of files, the truth beside them', ['python3'], () => {
  test.each(cases)('$name', async ({ files, links, shell, expect: expected }) => {
    const root = hostRoot(files, links);
    if (shell !== undefined) execFileSync('bash', ['-ec', shell], { cwd: root });
    expect(differences(expected, await collectHost(root))).toEqual([]);
  });
});
