import { isHarmless } from '../../knowledge/commands/inert-programs.ts';
import { runsTextRead } from '../../knowledge/commands/text-runners.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import { handedOver } from '../../syntax/shell/handed-over.ts';
import { fetcherNames, shellNames } from '../../syntax/shell/programs.ts';

const interpreters = /^(?:python|pypy|perl|ruby|node|php)[\d.]*$/;

/** Whether a program only unpacks, checks, filters or stores what it reads; a shell or interpreter runs what its words say. */
export function isHarmlessReader(words: readonly string[]): boolean {
  if (words.length === 0 || basename(words[0] ?? '') === 'xargs') return true;
  const started = withoutLaunchers(words);
  const name = basename(started[0] ?? '').toLowerCase();
  return (
    isHarmless(name) || fetcherNames.has(name) || shellNames.test(name) || interpreters.test(name)
  );
}

/** Programs that run what they read without being a shell or an interpreter. */
const runners = /^(?:parallel|crontab)$/;

/** Whether a program runs what it reads, as an interpreter, or a program of jobs. */
export function runsWhatItReads(words: readonly string[]): boolean {
  const [program = '', ...rest] = withoutLaunchers(words);
  const name = basename(program).toLowerCase();
  if (interpreters.test(name)) return false;
  const { reads, template } = handedOver(words);
  if (reads !== undefined || runsTextRead(name)) return true;
  if (template?.isScript === true && template.words.length === 0) return true;
  return runners.test(name) && rest.some((word) => word === '-' || word === '/dev/stdin');
}
