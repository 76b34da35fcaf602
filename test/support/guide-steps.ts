import { readFileSync } from 'node:fs';
import path from 'node:path';

/** One thing that a guide tells its reader to do: commands to run, or a file to write. */
export interface GuideStep {
  /** The heading under which it stands. */
  readonly section: string;
  readonly code: string;
  /** The file to write, from the project's folder; absent for commands. */
  readonly file?: string;
}

const parts =
  /^## (?<section>.+)$|^<!-- (?<said>[^>]+) -->\n+```(?<language>\w+)\n(?<code>[\s\S]*?)^```$/gm;

/**
 * What a page tells its reader to do, in its order: blocks below a comment that names the file to write, and commands
 * of which the page says that `runner` runs them.
 */
export function readSteps(page: string, runner: string): readonly GuideStep[] {
  const text = readFileSync(path.join(import.meta.dirname, '../..', page), 'utf8');
  const steps: GuideStep[] = [];
  let section = '';
  for (const { groups = {} } of text.matchAll(parts)) {
    const { said = '', language, code = '' } = groups;
    section = groups['section'] ?? section;
    if (language === 'sh' && said.includes(runner)) steps.push({ section, code });
    if ((language === 'ts' || language === 'js') && !said.includes(' ')) {
      steps.push({ section, code, file: said });
    }
  }
  return steps;
}
