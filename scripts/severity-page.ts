import { readFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'oxfmt';
import { builtin } from '../src/controls/registry/builtin.ts';
import { severities } from '../src/core/controls/severity.ts';

const file = path.join(import.meta.dirname, '..', 'docs', 'severity.md');

const heading = '\n## Every control\n';

const intro = `
The rating of each built-in control, made by \`npm run pages\` from the ratings in the controls.

| control | impact | exposure | severity |
| --- | --- | --- | --- |
`;

/** docs/severity.md as it has to be: its own words, then every control by severity and by id. */
export async function severityPage(): Promise<string> {
  const [words = ''] = readFileSync(file, 'utf8').split(heading);
  const rows = severities.flatMap((severity) =>
    builtin.controls
      .filter((control) => control.severity === severity)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, rating }) => `| \`${id}\` | ${rating?.join(' | ') ?? '|'} | ${severity} |`),
  );
  const { code } = await format('severity.md', `${words}${heading}${intro}${rows.join('\n')}\n`);
  return code;
}
