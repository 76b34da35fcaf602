import { describe, expect, it } from 'vitest';
import { dockerfileDownloadsVerified } from '../../../src/controls/dockerfile/dockerfile-downloads-verified.ts';
import { parse } from '../../fixtures/dockerfile.ts';
import {
  keptApart,
  movedBetween,
  movedFiles,
  movedPrograms,
  openPrograms,
} from '../../fixtures/moved-downloads.ts';
import { deny } from '../../../src/testing/judging/test-subject.ts';
import { judge } from '../../support/judge.ts';

const statusOf = (text: string): string => {
  const { facts, gaps } = parse(text);
  const denied = gaps.map(({ path }) => deny(path));
  return judge(dockerfileDownloadsVerified, facts, { gaps: denied }).status;
};

const ofOne = (scripts: readonly string[]) => scripts.map((script) => `FROM a\nRUN ${script}`);

describe('a download that was moved', () => {
  it.each([...ofOne(movedPrograms), ...movedBetween])('fails where it is run: %j', (text) => {
    expect(statusOf(text)).toBe('fail');
  });
  it.each(ofOne(openPrograms))('is unknown where nobody knows: %j', (text) => {
    expect(statusOf(text)).toBe('unknown');
  });
  it.each([...ofOne(movedFiles), ...keptApart])('passes where it is verified: %j', (text) => {
    expect(statusOf(text)).toBe('pass');
  });
});
