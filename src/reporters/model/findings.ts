import type { Assessment, Finding } from '../../core/assessment/assessment.ts';
import type { Waiver } from '../../core/statements/waiver.ts';
import type { SubjectRef } from '../../core/facts/subject.ts';
import { isKnownTo } from '../options/baseline-input.ts';
import type { ReportOptions } from '../options/report-options.ts';
import { anchorOf } from './anchor.ts';
import { describeObservation, shorten } from './observations.ts';
import { failingTitleOf } from '../../core/assessment/views/findings-by-control.ts';
import type { Standing } from './entries/count.ts';
import type { ControlEntry, ControlFindings, FindingEntry } from './entries/finding.ts';
import { describePlace } from './file-link.ts';
import { lazily } from './once.ts';
import { createQuoter } from './quotes.ts';
import type { SourceEntry, SourcesEntry } from './entries/source.ts';
import { shortTally, standingOf, standingTones } from './standing.ts';
import { nameIds, targetNames, type NameTarget } from './target-names.ts';
import type { Voice } from './voice.ts';

type Control = Assessment['catalog']['controls'][number];

/** A waiver has no id; two that say the same are the same. */
const keyOf = (waiver: Waiver): string =>
  JSON.stringify(Object.entries(waiver).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** Every control with its findings, in the catalog's order. */
export function describeControls(
  assessment: Assessment,
  voice: Voice,
  sources?: SourcesEntry,
  following: Following = {},
): readonly ControlEntry[] {
  const located = new Map(sources?.controls.map((source) => [source.anchor, source]));
  const waivers = new Map(
    assessment.waivers.map(({ waiver }, at): [string, number] => [keyOf(waiver), at + 1]),
  );
  const found: Found = {
    waivers,
    quote: createQuoter(assessment, voice),
    following,
    nameIds: nameIds(assessment, voice),
    nameSubject: subjectNames(targetNames(assessment, voice), voice),
  };
  const byControl = new Map<string, FindingEntry[]>();
  for (const [at, finding] of assessment.findings.entries()) {
    const entry = describeFinding(finding, at + 1, found, voice);
    const entries = byControl.get(finding.controlId);
    if (entries) entries.push(entry);
    else byControl.set(finding.controlId, [entry]);
  }
  return assessment.catalog.controls.map((control) =>
    describeControl(control, byControl.get(control.id) ?? [], located, voice),
  );
}

function describeControl(
  control: Control,
  findings: readonly FindingEntry[],
  sources: ReadonlyMap<string, SourceEntry>,
  voice: Voice,
): ControlEntry {
  const { name, say, text, paragraphs, value } = voice;
  const anchor = anchorOf('control', control.id);
  const source = sources.get(anchor);
  return {
    id: name(control.id),
    anchor,
    kind: voice.kind(control.kind),
    severity: control.severity,
    severityLabel: say(`severity.${control.severity}`),
    title: text(control.title),
    failingTitle: text(failingTitleOf(control)),
    rationale: paragraphs(control.rationale),
    remediation: paragraphs(control.remediation),
    references: control.references.map(value),
    params: Object.entries(control.params).map(
      ([key, setting]) =>
        `${name(key)} = ${value(setting === undefined ? '' : JSON.stringify(setting))}`,
    ),
    ...(source ? { source } : {}),
    tally: shortTally(control.tally, voice),
    findings,
  };
}

/** What a list needs that readers follow from one scan to the next. */
type Following = Pick<ReportOptions, 'baseline' | 'filesUrl'>;

/** What is looked up for each finding. */
interface Found {
  readonly waivers: ReadonlyMap<string, number>;
  readonly following: Following;
  readonly quote: ReturnType<typeof createQuoter>;
  readonly nameIds: (text: string) => string;
  readonly nameSubject: (subject: SubjectRef) => SubjectWords;
}

type SubjectWords = Pick<FindingEntry, 'kind' | 'name' | 'id' | 'shortId' | 'target'>;

/** Has the words for a subject once: every control that judges it has a finding about it. */
function subjectNames(nameTarget: NameTarget, voice: Voice): Found['nameSubject'] {
  const known = new WeakMap<SubjectRef, SubjectWords>();
  return (subject) => {
    const words = known.get(subject) ?? {
      kind: voice.kind(subject.kind),
      name: subject.name === '*' ? voice.say('finding.all') : voice.name(subject.name),
      id: voice.name(subject.id),
      shortId: voice.name(shorten(subject.id)),
      target: nameTarget(subject.target),
    };
    known.set(subject, words);
    return words;
  };
}

function describeFinding(
  finding: Finding,
  number: number,
  { waivers, quote, nameIds: named, nameSubject, following }: Found,
  voice: Voice,
): FindingEntry {
  const standing = standingOf(finding);
  const waiver = finding.waiver && waivers.get(keyOf(finding.waiver));
  return lazily(
    {
      number,
      anchor: `finding-${number}`,
      ...nameSubject(finding.subject),
      standing,
      status: voice.say(`status.${standing}`),
      tone: standingTones[standing],
      severity: finding.severity,
      known: isKnownTo(following.baseline, finding),
      message: named(voice.text(finding.message)),
      ...(waiver === undefined ? {} : { waiver }),
    },
    {
      observations: () =>
        finding.observations.map((observation) => describeObservation(observation, voice)),
      place: () => describePlace(finding, following.filesUrl, voice),
      quotes: () => quote(finding, standing),
    },
  );
}

/** What heads some findings of a control: what is wrong where all of them are failures, accepted or not; else its title. */
export const headOf = ({ control, findings }: ControlFindings): string =>
  findings.every(({ standing }) => failures.has(standing)) ? control.failingTitle : control.title;

const failures: ReadonlySet<Standing> = new Set(['fail', 'waived', 'compensated']);

/** The findings that stand in one of these ways, by control; controls without any are left out. */
export function pick(
  controls: readonly ControlEntry[],
  ...standings: readonly Standing[]
): readonly ControlFindings[] {
  return controls.flatMap((control) => {
    const findings = control.findings.filter(({ standing }) => standings.includes(standing));
    return findings.length > 0 ? [{ control, findings }] : [];
  });
}
