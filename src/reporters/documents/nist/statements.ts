import type { Section } from '../../document/blocks/block.ts';
import { part, table, wide } from '../../document/blocks/blocks.ts';
import { lines, quiet, type Content } from '../../document/blocks/content.ts';
import { requirementLabel } from '../../document/parts/requirements.ts';
import { isWithoutResult } from '../../document/rows-without-result.ts';
import type { Say } from '../../locale/translate.ts';
import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Report } from '../../model/report.ts';
import { statementsOf } from './determination-statements.ts';

/** A box that the assessor ticks or crosses; it stays on the line of its label. */
const box = '\u25A1\u00A0';

/** Labels on a line where a column is wide enough for them: a label that wraps would break within. */
const onWideLine = 4;

/**
 * The determination statements of a control that checks are mapped to or that somebody attests, each with its box; none
 * for any other control.
 */
export function statementLines(
  { id, attestation, controls }: RequirementEntry,
  say: Say,
  onLine = 1,
): readonly Content[] {
  if (!attestation && controls.length === 0) return [];
  const labels = statementsOf(id);
  if (labels.length === 0) return [quiet(say('nist.statements-unlisted'))];
  return Array.from({ length: Math.ceil(labels.length / onLine) }, (_, at) =>
    labels
      .slice(at * onLine, (at + 1) * onLine)
      .map((label) => box + label)
      .join(' '),
  );
}

/** On paper: the same of controls whose rows a short print leaves out. */
export function unprintedStatements({ requirements }: Report, say: Say): readonly Section[] {
  const rows = requirements.filter(isWithoutResult).flatMap((entry): readonly Content[][] => {
    const statements = statementLines(entry, say, onWideLine);
    return statements.length > 0 ? [[requirementLabel(entry), lines(statements)]] : [];
  });
  if (rows.length === 0) return [];
  const title = say('nist.statements-unprinted');
  const columns = [wide(say('requirement.title'), 1), wide(say('nist.statements'), 2)];
  return [part(title, table(title, columns, rows))];
}
