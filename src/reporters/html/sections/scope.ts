import { html, type Markup } from '../markup.ts';
import { section, type Page, type Section } from '../page.ts';
import type { TargetPopulation } from '../../model/entries/scope.ts';
import { groupDigits, type Say } from '../../say.ts';
import { table } from '../table.ts';

/** What was assessed, by what, against what. */
export const scopeSection: Section = (page) => {
  const { say } = page;
  return section(
    'scope',
    say('section.scope'),
    system(page),
    targets(page),
    population(page),
    html`<h3>${say('scope.method')}</h3>`,
    method(page),
    against(page),
    changes(page),
  );
};

function system({ report, say }: Page): Markup {
  const { system: of } = report.scope;
  if (!of) return html``;
  const { name, boundary, selects, outside, outsideCount } = of;
  const left = html`<p>${say('scope.outside-count', { count: outsideCount })}</p>
    ${table(
      say('scope.outside'),
      [say('unseen.kind'), say('result.count'), say('unseen.reason'), say('subjects.name')],
      outside.map(({ kind, count, reason, names }) => [
        kind,
        groupDigits(count),
        reason,
        `${names.join(say('scope.comma'))}${names.length < count ? ' …' : ''}`,
      ]),
      [say('result.count')],
    )}`;
  return html`<h3>${say('scope.system')}</h3>
    <dl class="facts">
      <dt>${say('subjects.name')}</dt>
      <dd>${name}</dd>
      <dt>${say('scope.boundary')}</dt>
      <dd>${boundary}</dd>
      ${
        selects.length > 0
          ? html`<dt>${say('scope.selects')}</dt>
              <dd>${selects.join(' · ')}</dd>`
          : undefined
      }
    </dl>
    ${outsideCount > 0 ? left : undefined}`;
}

function targets({ report, say }: Page): Markup {
  return html`<h3>${say('scope.targets')}</h3>
    ${table(
      say('scope.targets'),
      [say('scope.target'), say('unseen.kind'), say('scope.description'), say('scope.access')],
      report.scope.targets.map(({ id, kind, description, access }) => [
        html`<code>${id}</code>`,
        kind,
        description,
        access,
      ]),
    )}`;
}

function population({ report, say }: Page): Markup {
  const tables = report.scope.population.map((target) => populationOf(target, say));
  return html`<h3>${say('scope.population')}</h3>
    ${tables}`;
}

function populationOf({ target, kinds, empty }: TargetPopulation, say: Say): Markup {
  const numbers = [
    say('scope.existed'),
    say('scope.read'),
    say('scope.vanished'),
    say('scope.unread'),
  ];
  const rows = kinds.map(({ kind, existed, read, vanished, unread }) => [
    kind,
    ...[existed, read, vanished, unread].map(groupDigits),
  ]);
  return html`<p><code>${target}</code></p>
    ${rows.length > 0 ? table(target, [say('unseen.kind'), ...numbers], rows, numbers) : undefined}
    ${empty.length > 0 ? html`<p class="note">${say('scope.none-of', { kinds: empty.join(say('scope.comma')) })}</p>` : undefined}`;
}

function method({ report, say }: Page): Markup {
  const { scope } = report;
  const dropped = scope.redactions.map(
    ({ rule, count }) => html`<li><code>${rule}</code> ${count}</li>`,
  );
  return html`<dl class="facts">
    <dt>${say('scope.tool')}</dt>
    <dd>${scope.tool}</dd>
    <dt>${say('scope.catalog')}</dt>
    <dd>${scope.catalog}</dd>
    <dt>${say('scope.collected')}</dt>
    <dd><time datetime="${report.collectedAt}">${report.collected}</time></dd>
    ${
      dropped.length > 0
        ? html`<dt>${say('scope.redactions')}</dt>
            <dd>
              <ul class="plain-list">
                ${dropped}
              </ul>
            </dd>`
        : undefined
    }
  </dl>`;
}

function against({ report, say }: Page): Markup {
  const { framework } = report.scope;
  if (!framework) {
    return html`<h3>${say('scope.against')}</h3>
      <p>${report.subtitle}</p>`;
  }
  return html`<h3>${say('scope.against')}</h3>
    <dl class="facts">
      <dt>${say('scope.framework')}</dt>
      <dd>${framework.title}</dd>
      <dt>${say('scope.edition')}</dt>
      <dd>${framework.edition}</dd>
      <dt>${say('scope.level')}</dt>
      <dd>${framework.level}</dd>
      <dt>${say('scope.ids-from')}</dt>
      <dd>${framework.source}</dd>
      ${framework.extends === '' ? undefined : extended(framework, say)}
    </dl>`;
}

function extended(
  { extends: base, changes: made }: NonNullable<Page['report']['scope']['framework']>,
  say: Say,
): Markup {
  return html`<dt>${say('scope.extends')}</dt>
    <dd>${base}</dd>
    <dt>${say('scope.framework-changes')}</dt>
    <dd>
      <ul class="plain-list">
        ${made.map((line) => html`<li>${line}</li>`)}
      </ul>
    </dd>`;
}

function changes({ report, say }: Page): Markup {
  const { changes: made } = report.scope;
  if (made.length === 0) return html`<p>${say('scope.no-changes')}</p>`;
  return html`<h3>${say('scope.changes')}</h3>
    ${table(
      say('scope.changes'),
      [
        say('control.title'),
        say('scope.change'),
        say('accepted.reason'),
        say('accepted.by'),
        say('scope.catalog'),
      ],
      made.map(({ control, change, reason, by, catalog }) => [
        html`<code>${control}</code>`,
        change,
        reason,
        by,
        catalog,
      ]),
    )}`;
}
