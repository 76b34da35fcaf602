import { describe, expect, it } from 'vitest';
import { dockerfileDownloadsVerified } from '../../../src/controls/dockerfile/dockerfile-downloads-verified.ts';
import { dockerfileNoPipeToShell } from '../../../src/controls/dockerfile/dockerfile-no-pipe-to-shell.ts';
import { deny } from '../../../src/testing/judging/test-subject.ts';
import { parse } from '../../fixtures/dockerfile.ts';
import { hiddenRuns } from '../../fixtures/hidden-runs.ts';
import { judge } from '../../support/judge.ts';

/** The worst that the controls say which judge what a build fetches and runs. */
function statusOf(text: string): string {
  const { facts, gaps } = parse(text);
  const denied = gaps.map(({ path }) => deny(path));
  const found = [dockerfileDownloadsVerified, dockerfileNoPipeToShell].map(
    (control) => judge(control, facts, { gaps: denied }).status,
  );
  return (
    ['fail', 'error', 'unknown'].find((status) => found.some((each) => each === status)) ?? 'pass'
  );
}

describe('what a build writes and runs, or has its containers start', () => {
  it.each(hiddenRuns)('%s is %s', (_, status, text) => {
    expect(status.split('|')).toContain(statusOf(text));
  });
});
