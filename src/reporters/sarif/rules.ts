import type { Severity } from '../../core/controls/severity.ts';
import type { JudgedControl } from '../../core/assessment/views/findings-by-control.ts';
import { opened } from '../markdown/escape-markdown.ts';
import type { Voice } from '../model/voice.ts';
import type { ControlLinks } from '../rows/links-of.ts';

/** How a log names severities. */
export const levels = { critical: 'error', high: 'error', medium: 'warning', low: 'note' } as const;

/** Readers sort by a score from 0 to 10: one from the middle of each of CVSS's bands. */
const scores = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.5',
} as const satisfies Record<Severity, string>;

/** A control as a rule of a log. */
export function describeRule(
  control: JudgedControl,
  { requirements }: ControlLinks,
  voice: Voice,
): object {
  const [reference] = control.references;
  const help = voice.paragraphs(control.remediation);
  const named = [...requirements].flatMap(([framework, ids]) =>
    ids.map((id) => `${framework}/${id}`),
  );
  return {
    id: control.id,
    name: pascalCase(control.id),
    shortDescription: { text: voice.text(control.title) },
    fullDescription: { text: voice.paragraphs(control.rationale) },
    help: { text: help, markdown: helpMarkdown(help, control.references) },
    ...(reference === undefined ? {} : { helpUri: reference }),
    defaultConfiguration: { level: levels[control.severity] },
    properties: {
      tags: ['security', control.kind, ...named.slice(0, 15)],
      'security-severity': scores[control.severity],
      precision: 'high',
    },
  };
}

/** The name of a rule, as readers expect it: the words of its id run together. */
const pascalCase = (id: string): string =>
  id.replaceAll(/(?:^|[^\p{L}\p{N}]+)(\p{L}|\p{N})?/gu, (_, first: string | undefined = '') =>
    first.toUpperCase(),
  );

/** How to fix it, and where that is written. */
const helpMarkdown = (help: string, references: readonly string[]): string =>
  [
    help.split('\n').map(opened).join('\n\n'),
    references
      .filter((url) => /^https:\/\/[^\s<>()[\]\\]+$/.test(url))
      .map((url) => `- <${url}>`)
      .join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
