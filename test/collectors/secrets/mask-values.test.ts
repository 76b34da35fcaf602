import { describe, expect, it } from 'vitest';
import { maskDeclared } from '../../../src/collectors/redaction/mask-values.ts';
import { maskScript } from '../../../src/collectors/redaction/mask-words.ts';

const maskAssigned = (script: string): string => maskScript(script, () => '[redacted]');

describe('a line of the history of an image', () => {
  it.each([
    ['ENV GREETING=hello world', 'ENV GREETING=[redacted]'],
    ['ENV A=1 B=hello world C=/bin', 'ENV A=1 B=[redacted] C=/bin'],
    ['/bin/sh -c #(nop)  ENV GREETING=hello', '/bin/sh -c #(nop)  ENV GREETING=[redacted]'],
    ['ENV GREETING hello world', 'ENV GREETING [redacted]'],
    ['ENV PATH=/usr/bin:/bin', 'ENV PATH=/usr/bin:/bin'],
    ['ARG NAME', 'ARG NAME'],
    ['ARG NAME=hello', 'ARG NAME=[redacted]'],
    ['ARG VERSION=1.2.3', 'ARG VERSION=1.2.3'],
    [
      'RUN |2 A=hello B=1 /bin/sh -c make # buildkit',
      'RUN |2 A=[redacted] B=1 /bin/sh -c make # buildkit',
    ],
    [
      '|1 A=hello there /bin/bash -o pipefail -c make',
      '|1 A=[redacted] /bin/bash -o pipefail -c make',
    ],
    ['RUN |1 A=hello cmd /S /C dir', 'RUN |1 A=[redacted] cmd /S /C dir'],
    ['RUN |1 A=hello other', 'RUN |1 [redacted]'],
    ['RUN /bin/sh -c make', 'RUN /bin/sh -c make'],
    ['COPY a b # buildkit', 'COPY a b # buildkit'],
  ])('%s', (written, kept) => {
    expect(maskDeclared(written)).toBe(kept);
    expect(maskDeclared(kept)).toBe(kept);
  });
});

describe('what a script gives to variables and options', () => {
  it.each([
    ['A=hello make', 'A=[redacted] make'],
    [`A="hello there" B='x y' make`, 'A=[redacted] B=[redacted] make'],
    [
      'export A=1 P=/usr/bin && x --home=/app --name=hello',
      'export A=1 P=/usr/bin && x --home=/app --name=[redacted]',
    ],
    ['A=$B C=$(date) make', 'A=$B C=$(date) make'],
    ['[ "$A" == hello ] && x', '[ "$A" == hello ] && x'],
    ['curl https://host/x?a=hello', 'curl https://host/x?a=[redacted]'],
    ['A=[redacted] x', 'A=[redacted] x'],
  ])('%s', (script, kept) => {
    expect(maskAssigned(script)).toBe(kept);
  });

  it.each(['A=', 'A="', "A='", '--a=', 'A=$(', 'A=\\', '|1 A=b ', 'ENV A=b '])(
    'reads 250,000 characters of %s at once',
    (part) => {
      const text = part.repeat(250_000 / part.length);
      const before = process.cpuUsage();
      maskAssigned(text);
      maskDeclared(text);
      maskDeclared(`RUN |1 ${text}`);
      maskDeclared(`ENV ${text}`);
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(1_000);
    },
  );
});
