import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collect } from '../../../src/collectors/collect/collect.ts';
import { builtin } from '../../../src/controls/registry/builtin.ts';
import { assess } from '../../../src/core/assessment/assess.ts';
import { fileOf } from '../../../src/reporters/places/file-of.ts';
import { tool } from '../../support/judge.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-shown-at-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** The line of a Compose file at which a control's finding is shown; 0 where it fails nothing. */
async function lineOf(control: string, file: string): Promise<number> {
  writeFileSync(join(folder, 'compose.yaml'), file);
  const { snapshot } = await collect({
    targets: [{ kind: 'compose', files: ['compose.yaml'] }],
    now: new Date('2026-11-24T12:00:00Z'),
    env: {},
    home: '/',
    cwd: folder,
  });
  const { findings } = assess(snapshot, { catalog: builtin, tool, waivers: [] });
  const found = findings.find((each) => each.controlId === control && each.status === 'fail');
  return found === undefined ? 0 : (fileOf(found)?.line ?? 0);
}

describe('a failure of a Compose service is shown', () => {
  it.each([
    [
      'at the port that leads to a remote shell, not at the first one',
      'workload-no-remote-shell',
      'ports:\n      - 127.0.0.1:8080:80\n      - 192.0.2.7:2222:22',
      6,
    ],
    [
      'at the tmpfs that has no size, not at the one before it that has',
      'workload-tmpfs-bounded',
      'tmpfs:\n      - /cache:size=8m\n      - /run',
      6,
    ],
    [
      'at the option that switches AppArmor off',
      'workload-apparmor',
      'security_opt:\n      - no-new-privileges\n      - apparmor:unconfined',
      6,
    ],
    [
      'at the command that lets in whoever comes, not at the variables that nobody set',
      'workload-authentication-required',
      'user: "1"\n    command:\n      - --api.insecure=true',
      6,
    ],
    [
      'at the user whose group it is, not at the groups that nobody added',
      'workload-no-added-groups',
      'init: true\n    user: "1000:0"',
      5,
    ],
    [
      'at the option that switches the SELinux label off',
      'workload-selinux',
      'security_opt:\n      - label=disable\n      - label=level:s0',
      5,
    ],
  ])('%s', async (_, control, fields, line) => {
    expect(await lineOf(control, `services:\n  web:\n    image: w\n    ${fields}\n`)).toBe(line);
  });
});
