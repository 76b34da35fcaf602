import type { AttestationEntry, WaiverEntry } from '../../model/entries/accepted.ts';
import { findingList } from '../findings.ts';
import { html, type Markup } from '../markup.ts';
import { chip, section, type Page, type Section } from '../page.ts';
import { table } from '../table.ts';

/** Waivers with what they accept, and people's statements. */
export const acceptedSection: Section = (page) => {
  const { report, say } = page;
  const { waivers: accepted, attestations, statements: stated } = report;
  if (accepted.length + attestations.length + stated.length === 0) {
    return section('accepted', say('section.accepted'), html`<p>${say('accepted.none')}</p>`);
  }
  const waivers = html`<div class="block">
    <h3>${say('accepted.waivers')}</h3>
    ${report.waivers.map((each) => waiver(each, page))}
  </div>`;
  return section(
    'accepted',
    say('section.accepted'),
    report.waivers.length > 0 ? waivers : html``,
    statements(page),
    notApplicable(page),
  );
};

function waiver(entry: WaiverEntry, page: Page): Markup {
  const { say } = page;
  const { anchor, control, controlAnchor, ticket, compensating, findings } = entry;
  const name =
    controlAnchor === undefined
      ? html`<code>${control}</code>`
      : html`<a href="#${controlAnchor}"><code>${control}</code></a>`;
  const row = (label: string, value: Markup | string): Markup =>
    html`<dt>${label}</dt>
      <dd>${value}</dd>`;
  return html`<article class="control" id="${anchor}">
    <h4>${say('finding.waiver', { number: entry.number })} ${chip(entry.tone, entry.state)}</h4>
    <dl class="facts">
      ${[
        row(say('control.title'), name),
        row(say('accepted.scope'), entry.scope.join(' · ')),
        row(say('accepted.reason'), entry.reason),
        row(say('accepted.people'), `${entry.owner} · ${entry.approver}`),
        row(say('accepted.period'), entry.period),
        ...(ticket === undefined ? [] : [row(say('accepted.ticket'), ticket)]),
        ...(compensating === undefined ? [] : [row(say('accepted.compensating'), compensating)]),
        row(say('accepted.accepts'), String(entry.accepts)),
        ...entry.notes.map((note) => row(say('accepted.note'), note)),
      ]}
    </dl>
    ${findings.length > 0 ? findingList(findings, page, 'open') : undefined}
  </article> `;
}

function statements({ report, say }: Page): Markup {
  if (report.attestations.length === 0) return html``;
  return html`<h3>${say('attestation.title')}</h3>
    ${table(
      say('attestation.title'),
      [
        say('requirement.title'),
        say('attestation.statement'),
        say('attestation.person'),
        say('accepted.period'),
        say('attestation.files'),
        say('accepted.state'),
      ],
      report.attestations.map((entry) => [
        entry.place === ''
          ? entry.requirement
          : html`${entry.requirement}<br /><small><code>${entry.place}</code></small>`,
        entry.statement,
        entry.review === undefined
          ? entry.person
          : html`${entry.person}<br /><small>${entry.review}</small>`,
        entry.period,
        fileList(entry.files),
        chip(entry.tone, entry.state),
      ]),
    )}`;
}

const fileList = (files: AttestationEntry['files']): Markup =>
  html`${files.map(
    ({ path, sha256, state, tone }) =>
      html`<code>${path}</code> ${chip(tone, state)}<br /><small><code>${sha256}</code></small
        ><br />`,
  )}`;

function notApplicable({ report, say }: Page): Markup {
  if (report.statements.length === 0) return html``;
  return html`<h3>${say('stated.title')}</h3>
    ${table(
      say('stated.title'),
      [
        say('requirement.title'),
        say('accepted.reason'),
        say('stated.owner'),
        say('stated.until'),
        say('accepted.state'),
        say('stated.conflicts'),
      ],
      report.statements.map(({ requirement, reason, owner, until, state, tone, conflicts }) => [
        requirement,
        reason,
        owner,
        until,
        chip(tone, state),
        conflicts.join(say('scope.comma')),
      ]),
    )}`;
}
