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
