import { groupBy } from '../../../syntax/group-by.ts';
import type { Look, Standing } from '../../model/entries/count.ts';
import type { Report } from '../../model/report.ts';
import type { Say } from '../../locale/translate.ts';
import type { Section } from '../blocks/block.ts';
import { isUndrawn } from './by-head.ts';
import { paragraph, part } from '../blocks/blocks.ts';
import { quiet } from '../blocks/content.ts';

/** Subjects that are drawn; the inventory has them all. */
const drawn = 15;

/** What a bar of a subject is made of. */
const parts = [
  ['status.fail', 'bad', ['fail']],
  ['result.undecided', 'doubt', ['unknown', 'error', 'stale']],
  ['result.accepted', 'conditional', ['waived', 'compensated']],
  ['status.manual', 'plain', ['manual']],
  ['status.pass', 'good', ['pass']],
  ['status.not-applicable', 'none', ['not-applicable']],
] as const satisfies readonly (readonly [string, Look, readonly Standing[]])[];

/** The subjects with most failures, each with how its findings stand; nothing where nothing was judged. */
export function subjectsResult({ subjects }: Report, say: Say): readonly Section[] {
  const all = subjects.flatMap(({ target, kinds }) =>
    kinds.flatMap(({ kind, subjects: ofKind }) =>
      ofKind.map(({ name, tally }) => ({
        label: `${name} · ${kind}`,
        target,
        counts: parts.map(([, , standings]) =>
          tally
            .filter(({ standing }) => standings.some((each) => each === standing))
            .reduce((sum, { count }) => sum + count, 0),
        ),
      })),
    ),
  );
  if (all.length === 0) return [];
  const shown = all.toSorted((a, b) => weigh(b.counts) - weigh(a.counts)).slice(0, drawn);
  const labels = groupBy(shown, ({ label }) => label);
  const rows = shown.map(({ label, target, counts }) => ({
    // Machines may have containers of one name.
    label: (labels.get(label)?.length ?? 0) > 1 ? `${label} · ${target}` : label,
    counts,
  }));
  const title = say('result.by-subject');
  return [
    part(
      title,
      {
        kind: 'bars',
        caption: title,
        heads: [say('finding.subject'), say('result.count')],
        parts: parts.map(([id, look]) => ({
          label: say(id),
          look,
          undrawn: isUndrawn(look),
        })),
        rows,
      },
      paragraph(quiet(say('result.by-subject-note', { count: rows.length, total: all.length }))),
    ),
  ];
}

/** Failures first, then what is undecided. */
const weigh = ([failed = 0, undecided = 0]: readonly number[]): number =>
  failed * 1_000_000 + undecided;
