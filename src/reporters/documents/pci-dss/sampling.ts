import type { Block, Section } from '../../document/blocks/block.ts';
import { numeric, paragraph, part, section, table, wide } from '../../document/blocks/blocks.ts';
import { linkTo, quiet, type Content } from '../../document/blocks/content.ts';
import type { Say } from '../../locale/translate.ts';
import type { Report } from '../../model/report.ts';
import { blank, orBlank } from '../forms/blank.ts';
import { kindsNamed, namesFound } from '../forms/members.ts';
import { proceduresOf, type ProcedureMethod } from './procedures.ts';

/** Empty rows of a table that a person fills in. */
const emptyRows = 2;

/** Section 6 of a report on compliance: sample sets, documents, interviews, other evidence. */
export const samplingSection = (report: Report, say: Say): Section =>
  section('sampling', say('pci.sampling'), [
    part(say('pci.samples'), ...samples(report, say)),
    part(say('pci.documents'), documents(report, say)),
    part(say('pci.interviews'), ...interviews(report, say)),
    part(
      say('pci.other-evidence'),
      paragraph([say('pci.other-evidence-note'), ' ', linkTo('controls', say('pci.inventory'))]),
    ),
  ]);

function samples(report: Report, say: Say): readonly Block[] {
  const title = say('pci.samples');
  const columns = [
    wide(say('pci.reference'), 0.6),
    wide(say('pci.population'), 1.2),
    wide(say('pci.items'), 1.8),
    wide(say('pci.selection'), 1),
    numeric(say('pci.sampled')),
    numeric(say('pci.total')),
  ];
  const { samples: sets } = report.papers;
  const rows = sets
    ? sets.map(({ population, subjects, total, selection }, at): readonly Content[] => [
        say('pci.set', { number: at + 1 }),
        population,
        namesFound(subjects, report, 'qsa', say),
        orBlank(selection, 'qsa', say),
        say('result.of', {
          count: subjects.filter((name) => kindsNamed(name, report).length > 0).length,
          total: subjects.length,
        }),
        total === undefined ? blank('entity', say) : say.number(total),
      ])
    : everything(report, say);
  return [
    paragraph(quiet(say(sets ? 'pci.samples-note' : 'pci.no-samples'))),
    table(title, columns, rows),
    paragraph([say('pci.representative'), ' ', blank('qsa', say)]),
  ];
}

/** Without sample sets each kind is its own population, and whatever was listed was read. */
const everything = ({ scope }: Report, say: Say): readonly (readonly Content[])[] =>
  scope.population
    .flatMap(({ target, kinds }) => kinds.map((each) => ({ target, ...each })))
    .map(({ target, kind, read, existed, vanished }, at) => [
      say('pci.set', { number: at + 1 }),
      `${kind} · ${target}`,
      linkTo('subjects', say('pci.all-read')),
      say('pci.no-selection'),
      say.number(read),
      say.number(existed - vanished),
    ]);

function documents({ attestations }: Report, say: Say): Block {
  const files = attestations.flatMap(({ files: all, requirement }) =>
    all.map(({ path }) => ({ path, requirement })),
  );
  const known = files.map(({ path, requirement }, at): readonly Content[] => [
    say('pci.doc', { number: at + 1 }),
    path,
    linkTo('accepted', requirement),
    blank('entity', say),
  ]);
  const empty = Array.from({ length: emptyRows }, (_, at): readonly Content[] => [
    say('pci.doc', { number: files.length + at + 1 }),
    blank('entity', say),
    blank('qsa', say),
    blank('entity', say),
  ]);
  return table(
    say('pci.documents'),
    [
      wide(say('pci.reference'), 0.6),
      wide(say('pci.document-name'), 1.6),
      wide(say('pci.purpose'), 1.2),
      say('pci.revised'),
    ],
    [...known, ...empty],
  );
}

function interviews(report: Report, say: Say): readonly Block[] {
  const rows = Array.from({ length: emptyRows }, (_, at): readonly Content[] => [
    say('pci.interview', { number: at + 1 }),
    blank('qsa', say),
    blank('qsa', say),
    blank('qsa', say),
  ]);
  const asking = askedBy(report, 'interview');
  return [
    table(
      say('pci.interviews'),
      [
        wide(say('pci.reference'), 0.6),
        wide(say('pci.roles'), 1.2),
        wide(say('pci.topics'), 1.6),
        say('pci.workpaper'),
      ],
      rows,
    ),
    ...(asking.length > 0
      ? [paragraph(quiet(say('pci.interviews-for', { ids: asking.join(say('scope.comma')) })))]
      : []),
  ];
}

/** Procedures with this method, of requirements for which a control gives evidence. */
const askedBy = ({ requirements }: Report, method: ProcedureMethod): readonly string[] =>
  requirements
    .filter(({ controls }) => controls.some(({ live }) => live))
    .flatMap(({ id }) => proceduresOf(id))
    .filter(({ methods }) => methods.includes(method))
    .map(({ id }) => id);
