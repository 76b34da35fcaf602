import { expect, it } from 'vitest';
import { dockerfileDownloadsVerified } from '../../../src/controls/dockerfile/dockerfile-downloads-verified.ts';
import { parse } from '../../fixtures/dockerfile.ts';
import { judge } from '../../support/judge.ts';

const many = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('\n');

const get = 'RUN curl -o /x https://e.org/x';

/** Builds that could make a reader go over the same files, stages and links again and again. */
const hostile: Readonly<Record<string, string>> = {
  'thousands of downloads': `FROM a\n${many(5_000, (at) => `RUN curl -o /x${at} https://e.org/x`)}`,
  'one that is fetched again and again': `FROM a\n${many(5_000, () => get)}`,
  'folders that are copied into each other': `FROM a\nRUN curl -o /w/x https://e.org/x\n${many(5_000, (at) => `RUN cp -r /w /w${at}`)}`,
  'a long chain of links': `FROM a\n${get}\n${many(5_000, (at) => `RUN ln -s /x${at} /x${at + 1}`)}\nRUN sh /x5000`,
  'links that lead to each other': `FROM a\nRUN ln -s /a /b && ln -s /b /a && ln -s /c/c /c\n${get}\nRUN sh /a/x; sh /c/x`,
  'programs that nobody follows': `FROM a\n${get}\n${many(5_000, (at) => `RUN foo /x /y${at}`)}`,
  'one cache of many files': `FROM a\n${many(2_000, (at) => `RUN --mount=type=cache,target=/c curl -o /c/x${at} https://e.org/x`)}`,
  'many caches': `FROM a\n${many(2_000, (at) => `RUN --mount=type=cache,target=/c${at} curl -o /c${at}/x https://e.org/x`)}`,
  'a long chain of stages': `FROM a AS s0\n${get}\n${many(1_000, (at) => `FROM s${at} AS s${at + 1}\nRUN ln -s /x /y${at}`)}`,
  'stages that take all of the one before': `FROM a AS s0\n${get}\n${many(300, (at) => `FROM a AS s${at + 1}\nCOPY --from=s${at} / /\nRUN curl -o /x${at} https://e.org/x`)}`,
  'stages that take from later ones': `FROM b AS a\n${get}\nCOPY --from=c /x /y\nFROM a AS b\nCOPY --from=a /x /y\nFROM b AS c\nCOPY --from=b /y /x\nRUN sh /x`,
  'a stage that takes from itself': `FROM a AS a\n${get}\nCOPY --from=a /x /y\nRUN sh /y`,
  'variables that hold themselves': `ARG X=$X\nFROM a:$X\nENV P=$P:$P Q=$P$Q\nENV P=$Q:$P\nRUN curl -o $P/x https://e.org/x && a=$b; b=$a; sh $Q/x; sh $a`,
};

it.each(Object.entries(hostile))('comes to an end: %s', (_, text) => {
  const { facts } = parse(text);
  const started = process.cpuUsage();
  const { status } = judge(dockerfileDownloadsVerified, facts);
  const { user, system } = process.cpuUsage(started);
  expect(status).toMatch(/^(?:pass|fail|unknown)$/);
  expect((user + system) / 1e6).toBeLessThan(3);
});

it('does not pass what it does not follow to the end', () => {
  const { facts } = parse(
    `FROM a\n${get}\n${many(5_000, (at) => `RUN cp -r /x /y${at}`)}\nRUN sh /y4999`,
  );
  expect(judge(dockerfileDownloadsVerified, facts).status).toBe('unknown');
});

it('comes to an end where a snapshot says that a stage is built on itself, or on a later one', () => {
  const { facts } = parse(`FROM a AS a\n${get}\nFROM a AS b\nRUN sh /x`);
  const stages = ['a', 'b'].map((name) => ({
    ...{ name, from: 'stage', parents: [0, 1], final: name === 'b' },
  }));
  expect(judge(dockerfileDownloadsVerified, { ...facts, stages }).status).toBe('fail');
});
