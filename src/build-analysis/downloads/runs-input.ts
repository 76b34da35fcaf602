import { runsTextRead } from '../../knowledge/commands/text-runners.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { handedOver } from '../../syntax/shell/handed-over.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import { shellNames } from '../../syntax/shell/programs.ts';

/** Whether a command runs what it reads. */
export const runsInput = (words: readonly string[]): boolean =>
  handedOver(words).reads !== undefined || runsTextRead(basename(withoutLaunchers(words)[0] ?? ''));

/** What stands in a word for what the commands inside it print, at a place where it is a command. */
const atCommand = /(?:^|[;&|({\n])\s*\$\(\)/;

/** Whether a command runs what the commands inside its words print: `sh -c "$(cat x)"`, `eval "$(cat x)"`, `. <(cat x)`. */
export function runsInner(words: readonly string[]): boolean {
  const [program = '', ...rest] = withoutLaunchers(words);
  if (atCommand.test(program)) return true;
  const name = basename(program);
  if (/^(?:eval|source|\.)$/.test(name)) return rest.some((word) => word.includes('$()'));
  if (!shellNames.test(name)) return false;
  const at = rest.findIndex((word) => /^-\w*c$/.test(word));
  const script = at < 0 ? rest.find((word) => !word.startsWith('-')) : rest[at + 1];
  return atCommand.test(script ?? '');
}
