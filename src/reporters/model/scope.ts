import type { Assessment, FrameworkResult } from '../../core/assessment/assessment.ts';
import { judgedControls } from '../../core/assessment/views/findings-by-control.ts';
import { groupBy } from '../../syntax/group-by.ts';
import type { Locale } from '../locale/locale.ts';
import type { Scope } from './entries/scope.ts';
import { lazily } from './once.ts';
import type { ReportResult } from './report.ts';
import { describeSystem } from './system.ts';
import { describeLimits, limitNotices } from './limits.ts';
import { businessNotice, caveatNotices, noticesOf, outsideNotice } from './notices.ts';
import { translationNotices } from './translation.ts';
import { targetNames, type NameTarget } from './target-names.ts';
import type { Voice } from './voice.ts';

/** What was assessed, with which tool and catalog, against which standard. */
export function describeScope(
  assessment: Assessment,
  framework: FrameworkResult | undefined,
  voice: Voice,
  locale: Locale,
): Scope {
  const { name, prose, say, wording } = voice;
  const { catalog, tool } = assessment;
  const nameTarget = targetNames(assessment, voice);
  const limits = describeLimits(assessment, voice);
  const scope = {
    targets: assessment.targets.map((target) =>
      lazily(
        {
          id: name(target.id),
          kind: say(`target.${target.kind}`),
          // What an engine adds to its system’s name where it runs in a container itself.
          description: wording(target.description).replace(
            / \(containerized\)$/,
            say('scope.containerized'),
          ),
          access: wording(target.access),
          caveats: (target.caveats ?? []).map(({ said }) => wording(said)),
        },
        { name: () => nameTarget(target.id) },
      ),
    ),
    tool: `${name(tool.name)} ${name(tool.version)}`,
    configuration: (assessment.configuration ?? []).map(({ file, sha256 }) => ({
      file: name(file),
      sha256: name(sha256),
    })),
    catalog: say('scope.catalog-value', {
      id: name(catalog.id),
      version: name(catalog.version),
      count: judgedControls(assessment).length,
    }),
    changes: catalog.lineage.map(({ control, change, reason, by, catalog: where }) => ({
      control: name(control),
      change: say(`change.${change}`),
      reason: prose(reason),
      by: name(by),
      catalog: name(where),
    })),
    redactions: assessment.redactions.map(({ rule, count }) => ({ rule: name(rule), count })),
    notices: [
      ...(framework ? noticesOf(framework, voice) : []),
      ...businessNotice(assessment, framework, voice),
      ...caveatNotices(assessment, voice),
      ...limitNotices(limits, voice),
      ...outsideNotice(assessment, voice),
      ...translationNotices(assessment, framework, locale, voice),
    ],
    ...(limits ? { limits } : {}),
    ...(framework ? { framework: describeFramework(framework, voice) } : {}),
    ...(assessment.system ? { system: describeSystem(assessment.system, voice) } : {}),
  };
  const population = () => describePopulation(assessment.population, nameTarget, voice);
  return lazily(scope, { population });
}

function describePopulation(
  population: Assessment['population'],
  nameTarget: NameTarget,
  voice: Voice,
): Scope['population'] {
  return Array.from(
    groupBy(population, ({ target }) => target),
    ([target, ofTarget]) => ({
      target: nameTarget(target),
      kinds: ofTarget
        .filter(({ existed }) => existed > 0)
        .map(({ kind, existed, read, vanished }) => ({
          kind: voice.kind(kind),
          existed,
          read,
          vanished,
          unread: Math.max(0, existed - read - vanished),
        })),
      gone: ofTarget.flatMap(({ kind, gone = [] }) =>
        gone.map(({ id, name }) => ({
          kind: voice.kind(kind),
          name: voice.name(name),
          id: voice.name(id),
        })),
      ),
      empty: ofTarget.filter(({ existed }) => existed === 0).map(({ kind }) => voice.kind(kind)),
    }),
  );
}

/** Subjects read, of those that were there to be read. */
export function countRead(population: Assessment['population']): ReportResult['read'] {
  let count = 0;
  let of = 0;
  for (const { existed, read, vanished } of population) {
    count += read;
    of += existed - vanished;
  }
  return { count, of };
}

/** What people call the level that was chosen, its id where the assessment does not say; nothing where all was asked for. */
export function levelOf(
  { level, levelTitle }: FrameworkResult,
  { name, text }: Voice,
): string | undefined {
  if (level === undefined) return undefined;
  return levelTitle ? text(levelTitle) : name(level);
}

function describeFramework(
  framework: FrameworkResult,
  voice: Voice,
): NonNullable<Scope['framework']> {
  const { date, name, prose, say, text, wording } = voice;
  const { edition } = framework;
  return {
    title: text(framework.title),
    edition: say('scope.edition-value', {
      version: wording(edition.version),
      publisher: wording(edition.publisher),
      published: date(edition.published),
    }),
    level: levelOf(framework, voice) ?? say('scope.level-all'),
    source: wording(edition.source),
    extends: name(framework.extends ?? ''),
    changes: (framework.changes ?? []).map(({ requirement, change, control = '', reason, by }) =>
      say('scope.framework-change', {
        requirement: name(requirement),
        change:
          change === 'unlinked'
            ? say('change.unlinked', { control: name(control) })
            : say(`change.${change}`),
        reason: prose(reason),
        by: name(by),
      }),
    ),
  };
}
