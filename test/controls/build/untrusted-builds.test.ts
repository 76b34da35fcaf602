import { describe, expect, it } from 'vitest';
import { dockerfileDownloadsVerified } from '../../../src/controls/dockerfile/dockerfile-downloads-verified.ts';
import { deny } from '../../../src/testing/judging/test-subject.ts';
import { parse } from '../../fixtures/dockerfile.ts';
import { keptDownloads, keptInBuilds } from '../../fixtures/kept-downloads.ts';
import { trustedBuilds } from '../../fixtures/trusted-builds.ts';
import { untrustedBuilds } from '../../fixtures/untrusted-builds.ts';
import { judge } from '../../support/judge.ts';

const verdictOf = (text: string) => {
  const { facts, gaps } = parse(text);
  return judge(dockerfileDownloadsVerified, facts, { gaps: gaps.map(({ path }) => deny(path)) });
};

describe('a build that runs what nothing verified, in a form of its own', () => {
  it.each(untrustedBuilds)('is %s: %j', (status, text) => {
    expect(verdictOf(text).status).toBe(status);
  });
  it('says of what was unpacked that it was', () => {
    const fetched = 'RUN curl -o /o/x.tgz https://e.org/x.tgz && tar xf /o/x.tgz -C /app';
    expect(verdictOf(`FROM a\n${fetched} && rm /o/x.tgz`).message).toEqual({
      en: 'Line 2: what was unpacked into /app comes from an unverified download and is kept in the image, where it may be run',
      zh: '第 2 行：解压到 /app 的内容来自未经校验的下载文件，保留在镜像中，可能被执行',
    });
  });
  it.each(['ADD y.tgz /app/', 'ADD y.tgz https://e.org/z.json /app/'])(
    'does not take for a download what an archive of the context holds: %s',
    (add) => {
      const fetched = 'curl -o x.tgz https://e.org/x.tgz && tar xf x.tgz';
      const { status } = verdictOf(`FROM a\nWORKDIR /app\n${add}\nRUN ${fetched} && ./y/run.sh`);
      expect(status).toBe('unknown');
    },
  );
  it('says on which line nobody knows what happens', () => {
    const { message } = verdictOf('FROM a\nRUN true\nRUN curl -o /o/x.jar https://e.org/x');
    expect(message.en).toBe(
      'Line 3: /o/x.jar is downloaded, not verified and kept in the image, where it may be run',
    );
  });
});

describe('a build with a download that is not verified', () => {
  it.each([...keptDownloads.map((script) => `FROM a\nRUN ${script}`), ...keptInBuilds])(
    'is unknown where nothing runs it by its name: %j',
    (text) => {
      expect(verdictOf(text).status).toBe('unknown');
    },
  );
});

describe('an ordinary build', () => {
  it.each(trustedBuilds)('passes: %j', (text) => {
    const { status, message } = verdictOf(text);
    expect([status, message.en]).toEqual(['pass', expect.any(String)]);
  });
});
