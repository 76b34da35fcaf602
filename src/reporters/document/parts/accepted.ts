import type { AttestationEntry, WaiverEntry } from '../../model/entries/accepted.ts';
import type { Report } from '../../model/report.ts';
import type { Say } from '../../locale/translate.ts';
import type { Block, Section } from '../blocks/block.ts';
import { facts, paragraph, part, section, table, wide } from '../blocks/blocks.ts';
import { badge, code, lines, linkTo, quiet, type Content } from '../blocks/content.ts';

/** Waivers with what they accept, and people's statements. */
export function acceptedSection(report: Report, say: Say): Section {
  const { waivers, attestations, statements } = report;
  const title = say('section.accepted');
  if (waivers.length + attestations.length + statements.length === 0) {
    return section('accepted', title, [paragraph(say('accepted.none'))]);
  }
  return section('accepted', title, [
    ...(waivers.length === 0
      ? []
      : [part(say('accepted.waivers'), ...waivers.map((each) => waiver(each, say)))]),
    ...attestationTable(report, say),
    ...notApplicableTable(report, say),
  ]);
}

function waiver(entry: WaiverEntry, say: Say): Section {
  const { number, control, controlAnchor, ticket, compensating, findings, tone, state } = entry;
  const accepted: Block = { kind: 'findings', groups: [{ findings }], words: 'none' };
  return section(entry.anchor, say('finding.waiver', { number }), [
    facts(
      [say('accepted.state'), badge(tone, state)],
      [say('control.title'), linkTo(controlAnchor ?? '', control, { code: true })],
      [say('accepted.scope'), entry.scope.join(' · ')],
      [say('accepted.reason'), entry.reason],
      [say('accepted.people'), `${entry.owner} · ${entry.approver}`],
      [say('accepted.period'), entry.period],
      ticket === undefined ? undefined : [say('accepted.ticket'), ticket],
      compensating === undefined ? undefined : [say('accepted.compensating'), compensating],
      [say('accepted.accepts'), say.number(entry.accepts)],
      ...entry.notes.map((note): readonly [string, Content] => [say('accepted.note'), note]),
    ),
    ...(findings.length > 0 ? [accepted] : []),
  ]);
}

/** What people stated for requirements, with their files; nothing where nobody did. */
export function attestationTable({ attestations }: Report, say: Say): readonly Section[] {
  if (attestations.length === 0) return [];
  const title = say('attestation.title');
  const columns = [
    say('requirement.title'),
    wide(say('attestation.statement'), 1.6),
    say('attestation.person'),
    say('accepted.period'),
    wide(say('attestation.files'), 1.6),
    say('accepted.state'),
  ];
  const rows = attestations.map((entry): readonly Content[] => [
    entry.place === '' ? entry.requirement : lines([entry.requirement, quiet(code(entry.place))]),
    entry.statement,
    entry.review === undefined ? entry.person : lines([entry.person, quiet(entry.review)]),
    entry.period,
    fileList(entry.files),
    badge(entry.tone, entry.state),
  ]);
  return [part(title, table(title, columns, rows))];
}

/** Files by name, state and hash. */
const fileList = (files: AttestationEntry['files']): Content =>
  lines(
    files.flatMap(({ path, sha256, state, tone }): readonly Content[] => [
      [code(path), ' ', badge(tone, state)],
      quiet(code(sha256)),
    ]),
  );

/** Requirements that somebody stated do not apply; nothing where nobody did. */
export function notApplicableTable({ statements }: Report, say: Say): readonly Section[] {
  if (statements.length === 0) return [];
  const title = say('stated.title');
  const columns = [
    say('requirement.title'),
    wide(say('accepted.reason'), 1.7),
    say('stated.owner'),
    say('stated.until'),
    say('accepted.state'),
    say('stated.conflicts'),
  ];
  const rows = statements.map(({ requirement, reason, owner, until, state, tone, conflicts }) => [
    requirement,
    reason,
    owner,
    until,
    badge(tone, state),
    conflicts.join(say('scope.comma')),
  ]);
  return [part(title, table(title, columns, rows))];
}
