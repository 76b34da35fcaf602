import { Command } from 'commander';
import { diffAssessments, readAssessment, type AssessmentDifference } from '../../evidence.ts';
import type { Assessment } from '../../index.ts';
import { writeOutput } from '../files.ts';
import { withLedger } from '../ledger.ts';
import { readAssessmentFile } from '../read-assessment.ts';
import { addOptions, type SharedOptions } from '../options.ts';
import { show } from '../show.ts';

/** `plimsoll diff A B` */
export function diffCommand(): Command {
  const command = new Command('diff')
    .description('say what changed between two assessments, each change under its cause')
    .argument(
      '<before>',
      'file made by plimsoll assess, or the number of a ledger entry, or latest',
    )
    .argument('<after>', 'the same');
  addOptions(command, ['ledger', 'config', 'json']).addHelpText(
    'after',
    `
Examples:
  plimsoll diff monday.json friday.json
  plimsoll diff 41 latest --ledger plimsoll.db
  plimsoll diff ./41 now.json --json | jq '.findings[] | select(.causes == ["facts"])'`,
  );
  return command.action(async (before: string, after: string, options: SharedOptions) => {
    const difference = diffAssessments(await load(before, options), await load(after, options));
    const text = options.json === true ? JSON.stringify(difference) : say(difference).join('\n');
    await writeOutput('-', `${text}\n`);
  });
}

async function load(named: string, options: SharedOptions): Promise<Assessment> {
  const isEntry = named === 'latest' || /^[1-9]\d*$/.test(named);
  if (!isEntry) return readAssessmentFile(named);
  const which = named === 'latest' ? named : Number(named);
  return withLedger(options, async (ledger) => (await readAssessment(ledger, which)).assessment);
}

function say({
  subjects,
  catalog,
  parameters,
  waivers,
  findings,
}: AssessmentDifference): readonly string[] {
  const lines = [
    ...subjects.appeared.map(({ kind, name }) => `subject appeared  ${kind} ${name}`),
    ...subjects.gone.map(({ kind, name }) => `subject gone      ${kind} ${name}`),
    ...(catalog.changed ? ['catalog           another version of the catalog or of plimsoll'] : []),
    ...catalog.added.map((id) => `control added     ${id}`),
    ...catalog.removed.map((id) => `control removed   ${id}`),
    ...parameters.map(
      (each) =>
        `parameter         ${each.control} ${each.name}: ${JSON.stringify(each.before)} → ${JSON.stringify(each.after)}`,
    ),
    ...waivers.map(({ change, waiver }) => `waiver ${change.padEnd(10)} ${waiver.control}`),
    ...findings.map(
      ({ control, subject, before, after, causes }) =>
        `finding           ${control} on ${subject.kind} ${subject.name}: ${before ?? 'none'} → ${after ?? 'none'} (${causes.join(', ')})`,
    ),
  ];
  return lines.length === 0 ? ['Nothing changed.'] : lines.map(show);
}
