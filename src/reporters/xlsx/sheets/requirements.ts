import type { Assessment } from '../../../core/assessment/assessment.ts';
import { requirementTones } from '../../model/standing.ts';
import type { Voice } from '../../model/voice.ts';
import type { Table } from '../table/sheet.ts';
import { onOneLine, xlsxWords as words } from '../table/words.ts';

/** Every requirement of every framework, with its result and the controls that count for it. */
export function requirementsTable({ frameworks }: Assessment, voice: Voice): Table {
  const said = (word: keyof typeof words): string => words[word][voice.language];
  return {
    name: said('requirements'),
    columns: [
      [said('framework'), 24],
      [said('requirement'), 18],
      [said('title'), 50],
      [said('levels'), 14],
      [said('result'), 24],
      [said('controls'), 40],
      [said('attestation'), 34],
      [said('reasons'), 44],
    ],
    toned: 4,
    rows: frameworks.flatMap(({ id: framework, requirements }) =>
      requirements
        .filter(({ group }) => !group)
        .map(({ id, title, levels, status, controls, attestation, statement, reasons = [] }) => ({
          cells: [
            voice.name(framework),
            voice.name(id),
            voice.text(title),
            levels.map(voice.name).join(', '),
            voice.say(`requirement.${status}`),
            controls
              .filter(({ live }) => live)
              .map((control) => voice.name(control.id))
              .join('\n'),
            attestation
              ? `${voice.name(attestation.person)}, ${voice.name(attestation.role)}; ${attestation.until}`
              : '',
            [
              ...(statement
                ? [`${onOneLine(voice.prose(statement.reason))} (${voice.name(statement.owner)})`]
                : []),
              ...reasons.map(voice.text),
            ].join('\n'),
          ],
          tone: requirementTones[status],
        })),
    ),
  };
}
