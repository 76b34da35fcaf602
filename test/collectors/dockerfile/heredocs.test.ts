import { expect, it } from 'vitest';
import { parseDockerfile } from '../../../src/collectors/dockerfile/parse-dockerfile.ts';
import { createRedactor } from '../../../src/collectors/redaction/create-redactor.ts';

it('keeps of a heredoc the names and numbers of accounts, and whether it switches a check off', () => {
  const body = 'app:canary-4711-x:10:10::/:\n$N::$U:0::/:\nKEY=canary-4711-y\n[trusted=yes]';
  const text = `FROM a\nCOPY <<E /etc/passwd\n${body}\nE\n`;
  const { facts } = parseDockerfile(text, 'Dockerfile', createRedactor(Buffer.alloc(32)));
  expect(JSON.stringify(facts)).not.toContain('canary-4711');
  expect(facts['copies']).toMatchObject([
    {
      heredocs: [
        {
          accounts: [
            { name: 'app', number: '10', emptyPassword: false },
            { name: null, number: null, emptyPassword: true },
          ],
          verificationOff: true,
        },
      ],
    },
  ]);
});
