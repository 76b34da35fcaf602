import type { Assessment, FrameworkResult } from '../../core/assessment.ts';
import { groupBy } from '../../core/group.ts';
import type { Result, Scope } from './report.ts';
import type { Voice } from './voice.ts';

/** What was assessed, by what, against what. */
export function describeScope(
  assessment: Assessment,
  framework: FrameworkResult | undefined,
  voice: Voice,
): Scope {
  const { name, prose, say } = voice;
  const { catalog, tool } = assessment;
  return {
    targets: assessment.targets.map((target) => ({
      id: name(target.id),
      kind: say(`target.${target.kind}`),
      description: prose(target.description),
      access: prose(target.access),
    })),
    population: describePopulation(assessment.population, voice),
    tool: `${name(tool.name)} ${name(tool.version)}`,
    catalog: say('scope.catalog-value', {
      id: name(catalog.id),
      version: name(catalog.version),
      count: catalog.controls.length,
    }),
    changes: catalog.lineage.map(({ control, change, reason, by, catalog: where }) => ({
      control: name(control),
      change: say(`change.${change}`),
      reason: prose(reason),
      by: name(by),
      catalog: name(where),
    })),
    redactions: assessment.redactions.map(({ rule, count }) => ({ rule: name(rule), count })),
    ...(framework ? { framework: describeFramework(framework, voice) } : {}),
  };
}

function describePopulation(
  population: Assessment['population'],
  voice: Voice,
): Scope['population'] {
  return Array.from(
    groupBy(population, ({ target }) => target),
    ([target, ofTarget]) => ({
      target: voice.name(target),
      kinds: ofTarget
        .filter(({ existed }) => existed > 0)
        .map(({ kind, existed, read, vanished }) => ({
          kind: voice.kind(kind),
          existed,
          read,
          vanished,
          unread: Math.max(0, existed - read - vanished),
        })),
      empty: ofTarget.filter(({ existed }) => existed === 0).map(({ kind }) => voice.kind(kind)),
    }),
  );
}

/** Subjects read, of those that were there to be read. */
export function countRead(population: Assessment['population']): Result['read'] {
  let count = 0;
  let of = 0;
  for (const { existed, read, vanished } of population) {
    count += read;
    of += existed - vanished;
  }
  return { count, of };
}

function describeFramework(
  framework: FrameworkResult,
  voice: Voice,
): NonNullable<Scope['framework']> {
  const { date, name, prose, say, text } = voice;
  const { edition, requirements } = framework;
  const notices: string[] = [];
  if (edition.status === 'retired') {
    notices.push(
      edition.retiredOn === undefined
        ? say('notice.retired')
        : say('notice.retired-on', { day: date(edition.retiredOn) }),
    );
    if (edition.supersededBy !== undefined) {
      notices.push(say('notice.superseded', { id: name(edition.supersededBy) }));
    }
  }
  for (const note of framework.notes ?? []) notices.push(text(note));
  const count = requirements.filter(({ confidence }) => confidence !== 'verified').length;
  if (count > 0) notices.push(say('notice.unverified', { count, total: requirements.length }));
  return {
    title: text(framework.title),
    edition: say('scope.edition-value', {
      version: name(edition.version),
      publisher: name(edition.publisher),
      published: date(edition.published),
    }),
    level: framework.level === undefined ? say('scope.level-all') : name(framework.level),
    source: prose(edition.source),
    notices,
  };
}
