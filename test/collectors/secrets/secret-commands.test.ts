import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../../src/collectors/dockerfile/parse-dockerfile.ts';
import { quoteDockerfile } from '../../../src/collectors/dockerfile/quote-dockerfile.ts';
import { redactAnswer } from '../../../src/collectors/engine/kept-answers/redact-answer.ts';
import { createRedactor } from '../../../src/collectors/redaction/create-redactor.ts';
import { maskDeclared } from '../../../src/collectors/redaction/mask-values.ts';
import { fedSecrets, givenSecrets, hasInstruction } from '../../support/secret-commands.ts';

/** Words that nothing but their place gives away. */
const secrets = ['quietwordnobodyknows', 'anotherwordofthatkind'];
const written = [...fedSecrets, ...givenSecrets].filter((command) => !hasInstruction(command));
const commands = written.map((command) =>
  command.replaceAll('V', secrets[0] ?? '').replaceAll(/\bW\b/g, secrets[1] ?? ''),
);

/** A command in one line of a script, or in a heredoc where it has several. */
const runOf = (command: string): string =>
  command.includes('\n') ? `RUN <<'SCRIPT'\n${command}\nSCRIPT` : `RUN ${command}`;

describe.each([
  ['RUN', runOf],
  ['CMD', (command: string) => `CMD ${JSON.stringify(['sh', '-c', command])}`],
  ['HEALTHCHECK', (command: string) => `HEALTHCHECK CMD ${JSON.stringify(['sh', '-c', command])}`],
  [
    'ENTRYPOINT',
    (command: string) => `ENTRYPOINT ["/bin/bash", "-c", ${JSON.stringify(`exec ${command}`)}]`,
  ],
])('a secret in a command of %s', (_, write) => {
  it.each(commands)('%s', (command) => {
    const text = `FROM a\n${write(command)}\n`;
    const facts = parseDockerfile(text, 'Dockerfile', createRedactor());
    const kept = JSON.stringify([facts, quoteDockerfile(text, 'Dockerfile')]);
    for (const secret of secrets) expect(kept).not.toContain(secret);
    expect(kept).toMatch(/"secretRules":\["/);
  });
});

describe('a secret in what an engine tells', () => {
  it.each(commands)('%s', (command) => {
    const kept = JSON.stringify([
      createRedactor().command(['sh', '-c', command]),
      createRedactor().command(['CMD-SHELL', command]),
      maskDeclared(createRedactor().text(`RUN /bin/sh -c ${command} # buildkit`).value),
      maskDeclared(createRedactor().text(`/bin/sh -c ${command}`).value),
      redactAnswer({ Path: 'sh', Args: ['-c', command] }, () => undefined),
      redactAnswer({ Config: { Cmd: ['-c', command], Entrypoint: ['sh'] } }, () => undefined),
      redactAnswer([{ CreatedBy: `RUN /bin/sh -c ${command} # buildkit` }], () => undefined),
    ]);
    for (const secret of secrets) expect(kept).not.toContain(secret);
  });
});

describe('a secret in words that no shell reads', () => {
  it.each(commands.filter((command) => /^[\w ./:=%,@-]+$/.test(command)))('%s', (command) => {
    const [program = '', ...words] = command.split(' ');
    const { value, rules } = createRedactor().command([program, ...words]);
    const text = `FROM a\nENTRYPOINT ${JSON.stringify([program])}\nCMD ${JSON.stringify(words)}\n`;
    const facts = parseDockerfile(text, 'Dockerfile', createRedactor());
    const kept = JSON.stringify([
      value,
      redactAnswer({ Path: program, Args: words }, () => undefined),
      redactAnswer({ Cmd: words, Entrypoint: [program] }, () => undefined),
      facts,
      quoteDockerfile(text, 'Dockerfile'),
    ]);
    for (const secret of secrets) expect(kept).not.toContain(secret);
    expect(rules).not.toEqual([]);
    expect(JSON.stringify(facts)).toMatch(/"secretRules":\["/);
  });
});
