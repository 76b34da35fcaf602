import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../../src/collectors/dockerfile/parse-dockerfile.ts';
import { quoteDockerfile } from '../../../src/collectors/dockerfile/quote-dockerfile.ts';
import { createRedactor } from '../../../src/collectors/redaction/create-redactor.ts';

/** A word that nothing gives away as a secret. */
const canary = 'quietwordnobodyknows';

/** Everything that is kept of a file. */
const kept = (text: string): string =>
  JSON.stringify([
    parseDockerfile(text, 'Dockerfile', createRedactor()),
    quoteDockerfile(text, 'Dockerfile'),
  ]);

const variables = (text: string) =>
  parseDockerfile(text, 'Dockerfile', createRedactor(Buffer.alloc(32))).facts['variables'];

describe('the values of variables and arguments', () => {
  const form = fc.constantFrom(
    (value: string) => value,
    (value: string) => `"${value}"`,
    (value: string) => `'${value} and more'`,
    (value: string) => `pre-${value}`,
    (value: string) => `"a=1 ${value}"`,
    (value: string) => `\${OTHER:-${value}}`,
    (value: string) => `https://host/x?y=${value}`,
    (value: string) => Buffer.from(`${value} and more of it`).toString('base64'),
  );
  const line = fc.constantFrom(
    (name: string, value: string) => `ENV ${name}=${value}`,
    (name: string, value: string) => `ENV A=1 ${name}=${value} B=/bin`,
    (name: string, value: string) => `ENV A=1 \\\n  ${name}=${value} \\\n  B=2`,
    (name: string, value: string) => `ENV ${name} ${value}`,
    (name: string, value: string) => `env ${name}=${value}`,
    (name: string, value: string) => `ARG ${name}=${value}`,
    (name: string, value: string) => `ONBUILD ENV ${name}=${value}`,
    (name: string, value: string) => `ENV ${name}=${value}\n# ENV ${name}=${value}`,
    (name: string, value: string) =>
      `ENV ${name}=${value}\nRUN echo "$${name}" \${${name}} | tee /x`,
  );
  const name = fc.constantFrom('GREETING', 'MODE', 'A_URL', 'x', 'CLUSTER_ID');

  it('are not kept where they are of no closed type, whatever they look like', () => {
    fc.assert(
      fc.property(line, name, form, (write, variable, value) => {
        const all = kept(`FROM a\n${write(variable, value(canary))}\nUSER b\n`);
        expect(all).not.toContain(canary);
        expect(all).not.toContain(Buffer.from(canary).toString('base64').slice(0, 20));
        expect(all).toContain(variable);
      }),
    );
  });

  it('are not kept before the first stage, in a script and in a comment', () => {
    const all = kept(
      `ARG A=${canary}\nFROM a\n# B=${canary}\nRUN echo x\nENV C=${canary}\nENV D=$C\n`,
    );
    expect(all).not.toContain(canary);
  });

  it.each([
    ['yes', 'switch'],
    ['8080', 'number'],
    ['0755', 'number'],
    ['1000:1000', 'number'],
    ['53/udp', 'number'],
    ['u+s,g-w', 'mode'],
    ['v1.2.3-rc1', 'version'],
    ['3.12.1-1~deb12u1', 'version'],
    ['^1', 'version'],
    ['~>7.1', 'version'],
    ['>=1,<2', 'version'],
    ['latest', 'switch'],
    ['/usr/local/bin:/bin', 'path'],
    ['C:/tools', 'path'],
    ['https://host:8443/a/b', 'url'],
    ['ghcr.io/org/app:1.2.3', 'image'],
    ['${BASE}', 'reference'],
    ['""', 'empty'],
  ])('are kept where they are of one: %s', (value, type) => {
    const text = `FROM a\nENV A=${value}\n`;
    expect(variables(text)).toMatchObject([
      type === 'reference' ? { class: null } : { class: type, secret: false, fingerprint: null },
    ]);
    expect(quoteDockerfile(text, 'Dockerfile')?.[1]).toBe(`ENV A=${value}`);
  });

  it.each(['8080', '/run/x.y', 'v1.2.3', 'https://host/a'])(
    'are not kept under the name of a secret: %s',
    (value) => {
      const [one] = variables(`FROM a\nENV A=${value} DB_PASSWORD=12345`) as readonly unknown[];
      expect(one).toMatchObject({ value });
      expect(kept(`FROM a\nENV DB_PASSWORD=12345`)).not.toContain('12345');
    },
  );

  it('show as equal by a fingerprint', () => {
    const [a, b, c] = variables(`FROM a\nENV A=${canary} B=${canary} C=x-${canary}`) as readonly {
      readonly fingerprint: string;
    }[];
    expect(a?.fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(b?.fingerprint).toBe(a?.fingerprint);
    expect(c?.fingerprint).not.toBe(a?.fingerprint);
  });

  it('are kept as names of packages where a RUN installs them', () => {
    const text =
      'FROM a\nENV PKGS="gcc make=4.3" X=word\nRUN apk add --no-cache $PKGS && echo $X\n';
    expect(variables(text)).toMatchObject([
      { value: 'gcc make=4.3', class: 'code' },
      { value: null, class: 'other' },
    ]);
  });

  it('are kept as programs where a RUN starts them', () => {
    const text = 'FROM a\nENV CHECK=shellcheck\nRUN curl x | $CHECK\n';
    expect(variables(text)).toMatchObject([{ value: 'shellcheck', class: 'code' }]);
  });

  it.each([
    ['ENV GIT_SSL_NO_VERIFY=please', true],
    ['ENV GIT_SSH_COMMAND="ssh -o StrictHostKeyChecking=no"', true],
    ['ENV GREETING=please', false],
    ['ARG PIP_TRUSTED_HOST', undefined],
  ])('say whether they switch a check off, though they are not kept: %s', (line, off) => {
    const [one] = variables(`FROM a\n${line}\n`) as readonly {
      readonly verificationOff?: boolean;
    }[];
    expect(one?.verificationOff).toBe(off);
  });
});
