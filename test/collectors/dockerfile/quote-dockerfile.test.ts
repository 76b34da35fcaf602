import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteDockerfile } from '../../../src/collectors/dockerfile/quote-dockerfile.ts';

const corpus = join(import.meta.dirname, '../../corpus/dockerfiles');
const quote = (text: string): string | undefined => quoteDockerfile(text, 'Dockerfile')?.join('\n');

describe('the lines of a Dockerfile', () => {
  it('are those of the file, each under its number', () => {
    for (const name of readdirSync(corpus)) {
      const text = readFileSync(join(corpus, name, 'Dockerfile'), 'utf8');
      const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
      const quoted = quoteDockerfile(text, name) ?? [];
      expect([name, quoted.length]).toEqual([name, lines.length]);
      const changed = quoted.filter((line, at) => line !== lines[at]);
      const otherwise = changed.filter((line) => !line.includes('[redacted]'));
      expect([name, otherwise]).toEqual([name, []]);
    }
  });

  it.each([
    ['ENV DB_PASSWORD=hunter2x', 'ENV DB_PASSWORD=[redacted]'],
    ['ENV DB_PASSWORD hunter2x yz', 'ENV DB_PASSWORD [redacted]'],
    ['ENV A=1 API_KEY="hunter2x yz" B=2', 'ENV A=1 API_KEY=[redacted] B=2'],
    ['ENV A=1 \\\n  API_KEY=hunter2x', 'ENV A=1 \\\n  API_KEY=[redacted]'],
    ['ARG T=${NPM_TOKEN:-hunter2x}', 'ARG T=[redacted]'],
    ['LABEL db_password=hunter2x', 'LABEL db_password=[redacted]'],
    ['RUN x --password \\\n  hunter2x -y', 'RUN x --password \\\n  [redacted] -y'],
    ['RUN <<E\nPASSWORD=hunter2x\nE', 'RUN <<E\nPASSWORD=[redacted]\nE'],
    ['CMD ["x", "--password", "hunter2x"]', 'CMD ["x", "--password", "[redacted]"]'],
    ['RUN curl -u me:hunter2x https://x', 'RUN curl -u me:[redacted] https://x'],
    ['# the password is hunter2x', '# [redacted]'],
    ['RUN a \\\n# old: PASSWORD=hunter2x\n b', 'RUN a \\\n# [redacted]\n b'],
    // Too short, or written in another way than it is meant: the instruction goes.
    ['LABEL X_TOKEN=ab B=x', 'LABEL [redacted]'],
    ['CMD ["x", "--password", "hun\\"ter2x"]', 'CMD [redacted]'],
    ['RUN a \\\n --password=hun\\\nter2x', 'RUN [redacted]\n# [redacted]\n# [redacted]'],
  ])('hold no secret: %s', (line, quoted) => {
    expect(quote(`FROM a\n${line}\nUSER b`)).toBe(`FROM a\n${quoted}\nUSER b`);
  });

  it('hold no secret, wherever it stands among what else is written', () => {
    const secret = 'hunter2xyz';
    const forms = fc.constantFrom(
      `ENV A=1 DB_PASSWORD=${secret} C=3`,
      `ENV DB_PASSWORD ${secret}`,
      `ENV DB_PASSWORD='${secret}'`,
      `ARG API_TOKEN="${secret}"`,
      `RUN x --password ${secret} && y`,
      `RUN PASSWORD=${secret} x`,
      `HEALTHCHECK CMD ["x", "--token", "${secret}"]`,
      `ENTRYPOINT ["x", "--api-key=${secret}"]`,
      `ONBUILD ENV DB_PASSWORD=${secret}`,
      `COPY <<E /x\nAPI_SECRET=${secret}\nE`,
      `# ENV DB_PASSWORD ${secret}`,
    );
    const others = fc.constantFrom(
      'RUN a \\\n  b',
      'USER x',
      '# words',
      '',
      'EXPOSE 80',
      'ENV A=b',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(forms, others), { maxLength: 8 }), (lines) => {
        expect(quote(['FROM a', ...lines].join('\n'))).not.toContain(secret);
      }),
      { numRuns: 200 },
    );
  });
});
