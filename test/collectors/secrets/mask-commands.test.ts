import { expect, it } from 'vitest';
import { createRedactor } from '../../../src/collectors/redaction/create-redactor.ts';
import { maskCommands } from '../../../src/collectors/redaction/mask-commands.ts';
import { commandFacts } from '../../../src/collectors/shell/command-facts.ts';
import { linkCommands, listCommands } from '../../../src/syntax/shell/command-list.ts';
import { parseShell } from '../../../src/syntax/shell/parse-shell.ts';

const masked = (script: string) =>
  JSON.stringify(
    listCommands(
      maskCommands(parseShell(script, { dialect: 'bash' }).tree, script, createRedactor()),
    ),
  );

const canary = 'ghp_k3Jd8fLq02mXw7RtYb5NcVz1HsGaPe4UoIiT';

it.each([
  `a ${canary}`,
  `a -t "${canary}"`,
  `TOKEN=${canary} a`,
  `export TOKEN='${canary}'`,
  `a > /x/${canary}`,
  `a <<E\n${canary}\nE`,
  `a <<< ${canary}`,
  `sh -c "a ${canary}"`,
  `a $(b ${canary})`,
  `for x in ${canary}; do a; done`,
  `a "\${X:-${canary}}"`,
  `curl -u me:${canary} x`,
  `mysql -p${canary}`,
  `PASSWORD=hunter2hunter2 a`,
  `a --password hunter2hunter2`,
])('keeps nothing of the secret in %j', (script) => {
  const kept = masked(script);
  expect(kept).not.toContain(canary);
  expect(kept).not.toContain('hunter2hunter2');
  expect(kept).toContain('[redacted ');
});

it('keeps what hangs together', () => {
  const script = 'a | { b; c $(d); } || e &';
  const { tree } = parseShell(script, { dialect: 'bash' });
  expect(linkCommands(listCommands(tree))).toEqual(tree);
  expect(maskCommands(tree, script, createRedactor())).toEqual(tree);
});

it('is the very same tree where nothing is masked', () => {
  const script = 'apt-get update && FOO=1 curl -fsSL https://example.com | sh > /log';
  const { tree } = parseShell(script, { dialect: 'bash' });
  expect(maskCommands(tree, script, createRedactor())).toBe(tree);
});

it('lists a group that reads another in the room of both', () => {
  const many = 'a;'.repeat(5000);
  const { tree } = parseShell(`{ ${many} } | { ${many} }`, { dialect: 'bash' });
  const list = listCommands(tree);
  expect(JSON.stringify(list).length).toBeLessThan(1_000_000);
  const [reader] = linkCommands(list).slice(-1);
  expect(reader?.input.length).toBe(5000);
});

it.each([
  ['echo 777 | passwd --stdin bob; chmod 777 /etc/passwd', true],
  ['echo 0777 | passwd --stdin bob; chmod 0777 /etc/passwd', true],
  ['echo chmod | passwd --stdin bob; chmod 777 /etc/passwd', true],
  ['echo hunter2 | passwd --stdin bob; echo hunter2; chmod 777 /etc/passwd', false],
  ['echo 777 | passwd --stdin bob; chmod 755 /etc/passwd', false],
])('says where a secret is the same as a word that is judged: %s', (script, isLost) => {
  const facts = commandFacts(script, { dialect: 'bash' }, createRedactor());
  expect(facts.some((each) => !('words' in each))).toBe(isLost);
});
