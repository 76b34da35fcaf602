import type { DockerfileFacts } from '../../../core/subjects/dockerfile.ts';
import { commandScript } from '../../../build-analysis/scripts/command-script.ts';
import { commandsFetch } from '../../../build-analysis/fetching/reaches-network.ts';
import { wholeFact } from '../../../core/recording/record.ts';

/** Something that containers of the image run by themselves, and the fact that has it. */
export interface Start {
  readonly at: '/command' | '/healthCheck/test';
  readonly words: readonly string[];
}

/** What the image starts with, and what looks whether it is healthy. */
export function startsOf(d: DockerfileFacts): readonly Start[] {
  const command: unknown = wholeFact(d, 'command');
  const [kind, ...test] = testOf(wholeFact(d, 'healthCheck'));
  const check = kind === 'CMD-SHELL' ? ['/bin/sh', '-c', ...test] : kind === 'CMD' ? test : [];
  const starts: readonly Start[] = [
    { at: '/command', words: Array.isArray(command) ? d.command : [] },
    { at: '/healthCheck/test', words: check },
  ];
  return starts.filter(({ words }) => words.length > 0);
}

/** The words of a health check; none where there is none, or nobody knows it. */
function testOf(check: unknown): readonly string[] {
  if (typeof check !== 'object' || check === null || !('test' in check)) return [];
  const words: readonly unknown[] = Array.isArray(check.test) ? check.test : [];
  return words.filter((word) => typeof word === 'string');
}

/** Whether anything of it may bring something from a network. */
export const fetchesAtStart = (d: DockerfileFacts): boolean =>
  startsOf(d).some(({ words }) => commandsFetch(commandScript(words).tree));
