import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../../src/collectors/dockerfile/parse-dockerfile.ts';
import { createRedactor } from '../../../src/collectors/redaction/create-redactor.ts';
import { parseShell } from '../../../src/build-analysis/scripts/parse-shell.ts';
import { PlimsollError } from '../../../src/core/errors.ts';
import { inlineWaivers } from '../../../src/core/statements/inline-waivers.ts';
import { snapshotOf, subjectOf } from '../../support/judge.ts';

const parse = (text: string) =>
  parseDockerfile(text, 'Dockerfile', createRedactor(Buffer.alloc(32)));

const waive =
  '# plimsoll-waive: dockerfile-health-check reason="a job, no service" owner=ann until=2027-01-31';

describe('parseDockerfile', () => {
  it('names line and column of each instruction, across continuations and heredocs', () => {
    const { sources } = parse('FROM a\n\n  RUN a \\\n# c\n\n b\nRUN <<E\nx\nE\nUSER x\n');
    expect(sources['/runs/0']).toMatchObject({ line: 3, column: 3 });
    expect(sources['/runs/1']).toMatchObject({ line: 7, column: 1 });
    expect(sources['/user']).toMatchObject({ line: 10, column: 1 });
  });
  it('says of an ENV, and of no ARG, that it lets whoever comes into a server', () => {
    const { facts, gaps } = parse(
      'FROM a\nARG NEO4J_AUTH=none\nARG A\nENV NEO4J_AUTH=none WEBUI_AUTH=${A} X=${A}',
    );
    const silent = expect.not.objectContaining({ authenticationOff: true }) as unknown;
    expect(facts['variables']).toEqual([
      silent,
      silent,
      expect.objectContaining({ instruction: 'ENV', authenticationOff: true }),
      silent,
      silent,
    ]);
    const open = gaps.map(({ path }) => path).filter((path) => path.startsWith('/variables'));
    expect(open).toEqual(['/variables/3/authenticationOff']);
  });
  it.each([
    ['USER root\nHEALTHCHECK NONE', ['/user', '/healthCheck']],
    ['USER app\nHEALTHCHECK CMD b', ['/healthCheck']],
    ['USER $WHO\nHEALTHCHECK CMD a', ['/user']],
    ['USER app\nHEALTHCHECK CMD a', []],
  ])('leaves open what the platform decides by its base: %j', (other, open) => {
    const { gaps } = parse(
      `FROM a AS os-amd64\nUSER app\nHEALTHCHECK CMD a\nFROM a AS os-arm64\nARG WHO\n${other}\nFROM os-$TARGETARCH`,
    );
    const told = ['/user', '/healthCheck'];
    expect(gaps.map(({ path }) => path).filter((path) => told.includes(path))).toEqual(open);
  });
  it.each([
    ['CMD ["a"]', '', []],
    ['CMD ["b"]', '', ['/command']],
    ['ENTRYPOINT ["b"]', '', ['/command']],
    ['ENTRYPOINT ["b"]', 'ENTRYPOINT ["c"]', []],
    ['CMD ["b"]', 'CMD ["c"]', []],
    ['CMD ["a"]\nENV WHO=root', 'USER $WHO', ['/user']],
    ['CMD ["a"]\nENV WHO=app', 'USER $WHO', []],
    ['CMD ["a"]\nLABEL tier=db', '', ['/labels/tier']],
  ])('what starts, its variables and its labels as well: %j, then %j', (other, last, open) => {
    const { gaps } = parse(
      `FROM a AS os-amd64\nENV WHO=app\nCMD ["a"]\nFROM a AS os-arm64\n${other.includes('WHO') ? '' : 'ENV WHO=app\n'}${other}\nFROM os-$TARGETARCH\n${last}`,
    );
    const told = /^\/(?:user|command|labels)\b/;
    expect(gaps.map(({ path }) => path).filter((path) => told.test(path))).toEqual(open);
  });
  it('an image that stands on one of several has the ports of each', () => {
    const { facts } = parse(
      'FROM a AS os-amd64\nEXPOSE 80\nFROM os-amd64 AS os-arm64\nEXPOSE 22\nFROM os-$TARGETARCH',
    );
    expect(facts['exposed']).toMatchObject([{ port: '80/tcp' }, { port: '22/tcp' }]);
  });
  it('does not know a value that variables make far longer than it is written', () => {
    const doubling = Array.from({ length: 60 }, (_, at) => `ARG A${at + 1}=$A${at}$A${at}`);
    const lines = ['FROM a', 'ARG A0=abcdefgh', ...doubling, 'ENV X=$A9 Y=$A60'];
    const { facts } = parse(lines.join('\n'));
    expect(facts['variables']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'X', value: null, class: 'other' }),
        expect.objectContaining({ name: 'Y', value: null, class: null }),
      ]),
    );
  });
  it('is not misled by a heredoc’s sign inside quotes', () => {
    expect(parse('FROM a\nRUN echo "a <<EOF b"\nUSER x').facts['user']).toBe('x');
  });
  it('takes no escape character from behind a line that runs the file', () => {
    const { facts } = parse('#!/bin/x\n# escape=`\nFROM a\nRUN b \\\n c');
    expect(facts['runs']).toMatchObject([{ script: 'b  c' }]);
  });
  it('looks for no frontend below a comment, whatever it begins with', () => {
    expect(parse('# x\n#!/bin/x\n# syntax=b\nFROM a').facts['frontend']).toBeNull();
  });
  it('keeps no secret', () => {
    const { facts } = parse(
      'FROM a\nENV DB_PASSWORD=hunter2x\nRUN x --password=hunter2x\nLABEL db_password=hunter2x\nARG T_TOKEN=hunter2x\nCOPY <<E /x\nPASSWORD=hunter2x\nE\nCMD ["x","--password=hunter2x"]',
    );
    expect(JSON.stringify(facts)).not.toContain('hunter2x');
  });
  it('keeps the labels of the image that hold none, as the last instruction has them', () => {
    const labels = (text: string) => parse(text).facts['labels'];
    expect(labels('FROM a\nLABEL a b c\nLABEL d=e f=g\nLABEL d=h')).toEqual({
      a: 'b c',
      d: 'h',
      f: 'g',
    });
    expect(labels('FROM a\nLABEL token=abc\nLABEL token=hunter2x\nONBUILD LABEL e=f')).toEqual({});
  });
  it('tells where relative paths begin, as WORKDIR has it', () => {
    const folders = (text: string) =>
      JSON.stringify(parse(text).facts['runs']).match(/"folder":("[^"]*"|null)/g);
    expect(
      folders(
        'FROM a AS b\nENV X=/x\nRUN 1\nWORKDIR c\nRUN 2\nWORKDIR $X\nRUN 3\nWORKDIR "d e"\nRUN 4\nFROM b\nRUN 5\nWORKDIR $Y\nRUN 6\nFROM a\nRUN 7',
      ),
    ).toEqual(
      ['null', '"./c"', '"/x"', '"/x/d e"', '"/x/d e"', '"${Y}"', 'null'].map(
        (of) => `"folder":${of}`,
      ),
    );
    const deep = `WORKDIR ${'d'.repeat(250)}\n`.repeat(17);
    expect(folders(`FROM a\nWORKDIR /\n${deep}RUN 1`)).toEqual(['"folder":null']);
  });
  it('makes a gap of what hangs on an argument without a value', () => {
    expect(parse('ARG V\nFROM a:$V').gaps.map(({ path }) => path)).toContain('/images/0/reference');
  });
  it.each([
    ['$V/a', '${V}/a'],
    ['$V/a:1', '${V}/a:1'],
    ['${V}/$W:latest', '${V}/${W}:latest'],
    ['$V@sha256:0', '${V}@sha256:0'],
    ['$V/a:${W:-2}', '${V}/a:2'],
    ['$V/a${W:+:2}', undefined],
    ['$V/a:${W:+2}', undefined],
    ['$V/a:${W#2}', undefined],
    ['a:$V', undefined],
    ['a:1-$V', undefined],
    ['a@$V', undefined],
    ['$V', undefined],
    ['a/$V', undefined],
    ['${V}a', undefined],
    ['$V/', undefined],
    ['${V:-b}/a', 'b/a'],
  ])('knows the version of %s, wherever it lies, or that nobody does', (from, spelled) => {
    const { facts, gaps } = parse(`ARG V\nARG W\nFROM ${from}`);
    expect(facts).toHaveProperty('images.0.use', 'base');
    if (spelled === undefined) expect(facts).not.toHaveProperty('images.0.spelled');
    else expect(facts).toHaveProperty('images.0.spelled', spelled);
    expect(gaps.some(({ path }) => path === '/images/0/spelled')).toBe(spelled === undefined);
  });
  it.each([
    ['RUN x', 'Dockerfile:1:1: RUN occurs before any FROM.'],
    ['FROM a\nRUNN x', 'Dockerfile:2:1: There is no instruction RUNN.'],
    ['FROM a\n RUN <<E\nx', 'Dockerfile:2:2: The heredoc E has no end.'],
    ['# only words', 'Dockerfile:1:1: There is no FROM.'],
    ['# escape=x\nFROM a', 'Dockerfile:1:1: The escape directive takes \\ or `.'],
    ['FROM a\n# plimsoll-waive: x reason="y"', 'Dockerfile:2:1: The waiver is not complete'],
    [
      'FROM a\n' + waive.replace('2027-01-31', 'soon'),
      'Dockerfile:2:1: The waiver is not complete',
    ],
  ])('says where it is wrong: %s', (text, message) => {
    expect(() => parse(text)).toThrow(message);
  });
  it('throws nothing but its own error, whatever it is given', () => {
    const word = fc.constantFrom(
      ...[
        'FROM',
        'a',
        'RUN',
        '\\\n',
        '\n',
        '<<E',
        'E',
        '"',
        "'",
        '$',
        '${',
        '}',
        '(',
        ')',
        '|',
        '`',
      ],
      ...['ONBUILD', 'ENV', 'ARG', 'A=b', '--x=', '[', '"]', '# escape=`', 'COPY', 'AS', '#', ' '],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map((w) => `FROM a\n${w.join(' ')}`),
        ),
        (text) => {
          try {
            parse(text);
          } catch (error) {
            expect(error).toBeInstanceOf(PlimsollError);
          }
          parseShell(text);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('inlineWaivers', () => {
  const snapshot = (text: string) => snapshotOf([subjectOf('dockerfile', parse(text).facts)]);
  const linesOf = (text: string) =>
    inlineWaivers(snapshot(text), () => true).map(({ scope }) => scope.lines);

  it('become waivers of the instruction that they stand at', () => {
    expect(inlineWaivers(snapshot(`FROM a\n${waive}\nUSER b`), () => true)).toEqual([
      {
        control: 'dockerfile-health-check',
        reason: 'a job, no service',
        owner: 'ann',
        approver: 'ann',
        from: '2026-11-24',
        until: '2027-01-31',
        scope: {
          subject: 'dockerfile-1',
          target: expect.any(String) as string,
          lines: { path: 'Dockerfile', first: 3, last: 3, of: 1 },
        },
      },
    ]);
  });
  it('cover all lines of an instruction that they stand above or in', () => {
    const run = 'RUN a && \\\n  b <<X\ntext\nX';
    expect(linesOf(`FROM a\n${waive}\n\n# more\n${run}\nUSER b`)).toMatchObject([
      { first: 5, last: 8 },
    ]);
    expect(linesOf(`FROM a\nRUN a && \\\n  ${waive}\n  b\nUSER b`)).toMatchObject([
      { first: 2, last: 4 },
    ]);
  });
  it('cover no instruction below the last one, and the whole file where they say so', () => {
    expect(linesOf(`FROM a\nUSER b\n${waive}`)).toMatchObject([{ first: 3, last: 3, of: 1 }]);
    expect(linesOf(`FROM a\n${waive.replace('waive:', 'waive-file:')}`)).toEqual([undefined]);
  });
  it('must name a control that there is', () => {
    expect(() => inlineWaivers(snapshot(`FROM a\n${waive}`), () => false)).toThrow('to waive');
  });
});
