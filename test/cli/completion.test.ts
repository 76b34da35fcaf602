import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shapeOf } from '../../src/cli/completion/command-shape.ts';
import { knownWords } from '../../src/cli/completion/known-words.ts';
import { completionFor, shells } from '../../src/cli/completion/shells.ts';
import { everyCommand } from '../../src/cli/load-commands.ts';
import { runWarmCli } from '../support/warm-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-completion-'));
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  const known = await knownWords();
  const shapes = (await everyCommand()).map((command) => shapeOf(command, known));
  for (const shell of shells) writeFileSync(join(folder, shell), completionFor(shell, shapes));
});

/** How each shell is asked what may stand at the end of a line, which comes to it as arguments. */
const asking = {
  bash: `source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _plimsoll; printf '%s\\n' "\${COMPREPLY[@]}"`,
  // Of zsh's own functions that take the candidates there are stand-ins; it compares them with what was typed.
  zsh: `compdef() { : }; _files() { : }; compadd() { shift; print -l -- "\${(@M)@:#\${words[CURRENT]}*}" }
source "$0"; words=("$@"); CURRENT=$#; _plimsoll`,
  fish: `source $argv[1]; complete -C (string join ' ' -- $argv[2..]) | string replace -r '\\t.*' ''`,
} as const;

function complete(shell: keyof typeof asking, ...typed: readonly string[]): readonly string[] {
  const run = spawnSync(shell, ['-c', asking[shell], join(folder, shell), ...typed], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder },
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  return run.stdout.split('\n').filter(Boolean);
}

const isThere = (shell: string): boolean =>
  spawnSync(shell, ['-c', 'true'], { stdio: 'ignore' }).status === 0;

describe.each(shells)('completions of %s', (shell) => {
  describe.skipIf(!isThere(shell))('where it is installed', () => {
    it('has commands, options, their values, and commands of commands', () => {
      expect(complete(shell, 'plimsoll', 'sc')).toEqual(['scan']);
      expect(complete(shell, 'plimsoll', 'scan', '--allow')).toEqual(['--allow-empty']);
      const severities = complete(shell, 'plimsoll', 'scan', '--fail-on', '');
      expect(severities.toSorted()).toEqual(['critical', 'high', 'low', 'medium', 'none']);
      expect(complete(shell, 'plimsoll', 'ledger', 'pr')).toContain('prune');
      expect(complete(shell, 'plimsoll', 'completion', 'f')).toContain('fish');
    });

    it.each([
      [['scan', '--control', 'workload-not-priv'], 'workload-not-privileged'],
      [['explain', 'dockerfile-non-root'], 'dockerfile-non-root-user'],
      [['scan', '--framework', 'pci-dss-4'], 'pci-dss-4.0.1'],
      [['export', 'pci-dss-4'], 'pci-dss-4.0.1'],
      [['report', '--format', 'codeq'], 'codequality'],
      [['list', 'for'], 'formats'],
    ] as const)('has the ids of what the package has: %j', (typed, whole) => {
      expect(complete(shell, 'plimsoll', ...typed)).toContain(whole);
    });

    it.each(['$(touch forged)', '`touch forged`', "'; touch forged; '", '";touch forged;"'])(
      'runs nothing that was typed: %s',
      (typed) => {
        complete(shell, 'plimsoll', 'scan', typed);
        complete(shell, 'plimsoll', typed, '');
        complete(shell, 'plimsoll', 'scan', typed, '--');
        expect(existsSync(join(folder, 'forged'))).toBe(false);
      },
    );
  });
});

it('is written by the command, and has no eval', async () => {
  for (const shell of shells) {
    const { stdout, status } = await runWarmCli(['completion', shell]);
    expect([status, stdout]).toEqual([0, expect.stringContaining('--fail-on'.replace('--', ''))]);
    expect(stdout).not.toMatch(/\beval\b/);
  }
});
