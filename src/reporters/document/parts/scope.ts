import type { Scope, TargetPopulation } from '../../model/entries/scope.ts';
import type { Report } from '../../model/report.ts';
import type { Say } from '../../locale/translate.ts';
import type { Block, Section } from '../blocks/block.ts';
import { facts, numeric, paragraph, part, section, table, wide } from '../blocks/blocks.ts';
import { code, lines, quiet } from '../blocks/content.ts';

/** What was assessed, with which tool and catalog, against which standard. */
export function scopeSection(report: Report, say: Say): Section {
  const { scope } = report;
  return section('scope', say('section.scope'), [
    ...system(scope, say),
    targets(scope, say),
    part(say('scope.population'), ...scope.population.flatMap((each) => population(each, say))),
    method(report, say),
    part(say('scope.against'), against(report, say)),
    changes(scope, say),
  ]);
}

function system({ system: of }: Scope, say: Say): readonly Block[] {
  if (!of) return [];
  const { name, boundary, selects, outside, outsideCount } = of;
  const left = [
    paragraph(say('scope.outside-count', { count: outsideCount })),
    table(
      say('scope.outside'),
      [
        say('unseen.kind'),
        numeric(say('result.count')),
        say('unseen.reason'),
        wide(say('subjects.name'), 1.4),
      ],
      outside.map(({ kind, count, reason, names }) => [
        kind,
        say.number(count),
        reason,
        `${names.join(say('scope.comma'))}${names.length < count ? ' …' : ''}`,
      ]),
    ),
  ];
  return [
    part(
      say('scope.system'),
      facts(
        [say('subjects.name'), name],
        [say('scope.boundary'), boundary],
        selects.length > 0 ? [say('scope.selects'), selects.join(' · ')] : undefined,
      ),
      ...(outsideCount > 0 ? left : []),
    ),
  ];
}

const targets = (scope: Scope, say: Say): Section =>
  part(
    say('scope.targets'),
    table(
      say('scope.targets'),
      [
        wide(say('scope.target'), 1.2),
        say('unseen.kind'),
        wide(say('scope.description'), 1.4),
        wide(say('scope.access'), 1.4),
      ],
      scope.targets.map(({ id, name, kind, description, access }) => [
        name === id ? code(id) : lines([name, quiet(code(id))]),
        kind,
        description,
        access,
      ]),
    ),
  );

function population({ target, kinds, gone, empty }: TargetPopulation, say: Say): readonly Block[] {
  const columns = [
    say('unseen.kind'),
    ...(['scope.existed', 'scope.read', 'scope.vanished', 'scope.unread'] as const).map((id) =>
      numeric(say(id)),
    ),
  ];
  const rows = kinds.map(({ kind, existed, read, vanished, unread }) => [
    kind,
    ...[existed, read, vanished, unread].map(say.number),
  ]);
  const none = say('scope.none-of', { kinds: empty.join(say('scope.comma')) });
  return [
    paragraph(target),
    ...(rows.length > 0 ? [table(target, columns, rows)] : []),
    ...(gone.length > 0
      ? [
          table(
            say('scope.vanished'),
            [say('unseen.kind'), wide(say('subjects.name'), 1.2), wide(say('scope.id'), 1.6)],
            gone.map(({ kind, name, id }) => [kind, name, code(id)]),
          ),
        ]
      : []),
    ...(empty.length > 0 ? [paragraph(quiet(none))] : []),
  ];
}

function method({ scope, collected }: Report, say: Say): Section {
  const dropped = scope.redactions.map(({ rule, count }) => [code(rule), ` ${say.number(count)}`]);
  return part(
    say('scope.method'),
    facts(
      [say('scope.tool'), scope.tool],
      scope.configuration.length > 0
        ? [
            say('scope.configuration'),
            lines(
              scope.configuration.map(({ file, sha256 }) => [
                code(file),
                ' ',
                quiet(`SHA-256 ${sha256}`),
              ]),
            ),
          ]
        : undefined,
      [say('scope.catalog'), scope.catalog],
      [say('scope.collected'), collected],
      dropped.length > 0 ? [say('scope.redactions'), lines(dropped)] : undefined,
    ),
  );
}

function against({ scope, subtitle }: Report, say: Say): Block {
  const { framework } = scope;
  if (!framework) return paragraph(subtitle);
  const extended = framework.extends !== '';
  return facts(
    [say('scope.framework'), framework.title],
    [say('scope.edition'), framework.edition],
    [say('scope.level'), framework.level],
    [say('scope.ids-from'), framework.source],
    extended ? [say('scope.extends'), framework.extends] : undefined,
    extended ? [say('scope.framework-changes'), lines(framework.changes)] : undefined,
  );
}

function changes(scope: Scope, say: Say): Section {
  if (scope.changes.length === 0) {
    return part(say('scope.changes'), paragraph(say('scope.no-changes')));
  }
  return part(
    say('scope.changes'),
    table(
      say('scope.changes'),
      [
        wide(say('control.title'), 1.2),
        say('scope.change'),
        wide(say('accepted.reason'), 1.6),
        say('accepted.by'),
        say('scope.catalog'),
      ],
      scope.changes.map(({ control, change, reason, by, catalog }) => [
        code(control),
        change,
        reason,
        by,
        catalog,
      ]),
    ),
  );
}
