import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../../src/collectors/dockerfile/parse-dockerfile.ts';
import { quoteDockerfile } from '../../../src/collectors/dockerfile/quote-dockerfile.ts';
import { createRedactor } from '../../../src/collectors/redaction/create-redactor.ts';
import { maskDeclared } from '../../../src/collectors/redaction/mask-values.ts';
import { maskScript, maskWords } from '../../../src/collectors/redaction/mask-words.ts';

/** A word that nothing gives away as a secret. */
const canary = 'quietwordnobodyknows';

const markOf = (value: string): string => createRedactor(Buffer.alloc(32)).markOf(value);

describe('what a command gives to variables and options', () => {
  const given = fc.constantFrom(
    (value: string) => `FLAVOUR=${value} app`,
    (value: string) => `export FLAVOUR=${value}`,
    (value: string) => `FLAVOUR='${value} and more'; app`,
    (value: string) => `env FLAVOUR=${value} app`,
    (value: string) => `app --flavour=${value}`,
    (value: string) => `app --flavour ${value}`,
    (value: string) => `app --flavour "${value} x" y`,
    (value: string) => `app -p ${value}`,
    (value: string) => `docker run -e FLAVOUR=${value} x`,
    (value: string) => `sh -c "app --flavour ${value}"`,
    (value: string) => `sh -c 'FLAVOUR=${value} app'`,
    (value: string) => `sudo -u me app --flavour ${value}`,
    (value: string) => `curl -fsSd ${value} https://host/`,
    (value: string) => `curl https://host/x?flavour=${value}`,
    (value: string) => `a && b | app --flavour \\\n  ${value}`,
    (value: string) => `apt-get install -y --option ${value} curl`,
  );
  const line = fc.constantFrom(
    (script: string) => `RUN ${script}`,
    (script: string) => `ONBUILD RUN ${script}`,
    (script: string) => `RUN <<E\n${script}\nE`,
    (script: string) => `CMD ${script}`,
    (script: string) => `HEALTHCHECK CMD ${script}`,
    (script: string) => `ENTRYPOINT ${JSON.stringify(['sh', '-c', script])}`,
  );

  it('is kept in no fact and no quote', () => {
    fc.assert(
      fc.property(given, line, (write, instruct) => {
        const text = `FROM a\n${instruct(write(canary))}\n`;
        const kept = JSON.stringify([
          parseDockerfile(text, 'Dockerfile', createRedactor()),
          quoteDockerfile(text, 'Dockerfile'),
        ]);
        expect(kept).not.toContain(canary);
        expect(kept).toContain('[redacted');
      }),
    );
  });

  it('is kept in no line of a history', () => {
    fc.assert(
      fc.property(given, (write) => {
        const script = write(canary);
        for (const step of [
          `RUN /bin/sh -c ${script} # buildkit`,
          `RUN |1 A=1 /bin/bash -o pipefail -c ${script} # buildkit`,
          `/bin/sh -c ${script}`,
          `/bin/sh -c #(nop)  CMD ["/bin/sh" "-c" ${JSON.stringify(script)}]`,
          `CMD ${JSON.stringify(['sh', '-c', script])}`,
          `HEALTHCHECK &{["CMD-SHELL" ${JSON.stringify(script)}] "0s" "0s" "0s" "0s" '\\x00'}`,
        ]) {
          expect(maskDeclared(step, markOf)).not.toContain(canary);
        }
      }),
    );
  });

  it('looks alike where it is equal, and nowhere else', () => {
    const [, , a, , b, , c] = maskWords(
      ['app', '--a', 'quiet', '--b', 'quieter', '--c', 'quiet'],
      markOf,
    );
    expect(a).toMatch(/^\[redacted [0-9a-f]{16}\]$/);
    expect(c).toBe(a);
    expect(b).not.toBe(a);
  });

  it.each([
    'apt-get install -y --no-install-recommends curl=7.88.1-10+deb12u5 git=2.*',
    'apk add --no-cache --virtual .build-deps gcc',
    'curl -fsSL -o tool.sh https://host/tool.sh && sh tool.sh',
    'useradd --system --uid 10 --shell /sbin/nologin app',
    'npm install -g --legacy-peer-deps typescript',
    'git clone --depth 1 --branch stable https://host/x',
    'GIT_SSH_COMMAND="ssh -o StrictHostKeyChecking=no" git clone x',
    'pip install --trusted-host host flask==1.2',
    'dockerd -H tcp://0.0.0.0:2375 --tls=false',
    'sudo -u app apt-get install -y git',
    'chmod -R u+w f',
    'A=[redacted] x',
    '[ "$A" == hello ] && x',
  ])('stays where it is of a closed type, or controls need it: %s', (script) => {
    expect(maskScript(script, () => '[redacted]')).toBe(script);
  });

  it('is no more kept for standing beside a mark', () => {
    expect(maskScript(`A=[redacted]${canary} x`, () => '-')).toBe('A=- x');
  });
});
