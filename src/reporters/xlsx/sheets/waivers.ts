import type { Assessment } from '../../../core/assessment/assessment.ts';
import { describeWaivers } from '../../model/accepted.ts';
import type { Voice } from '../../model/voice.ts';
import type { Table } from '../table/sheet.ts';
import { onOneLine, xlsxWords as words } from '../table/words.ts';

/** Every waiver that was given, with who accepts what until when, and whether it counts. */
export function waiversTable(assessment: Assessment, voice: Voice): Table {
  const said = (word: keyof typeof words): string => words[word][voice.language];
  return {
    name: said('waivers'),
    columns: [
      [words.controls[voice.language], 32],
      [said('scope'), 34],
      [said('state'), 18],
      [said('accepts'), 12],
      [said('owner'), 18],
      [said('approver'), 18],
      [said('period'), 28],
      [said('ticket'), 14],
      [said('reason'), 50],
      [said('compensating'), 40],
      [said('notes'), 40],
    ],
    toned: 2,
    rows: describeWaivers(assessment, [], voice).map((waiver) => ({
      cells: [
        waiver.control,
        waiver.scope.join('\n'),
        waiver.state,
        waiver.accepts,
        waiver.owner,
        waiver.approver,
        waiver.period,
        waiver.ticket ?? '',
        onOneLine(waiver.reason),
        onOneLine(waiver.compensating ?? ''),
        waiver.notes.join('\n'),
      ],
      tone: waiver.tone,
    })),
  };
}
