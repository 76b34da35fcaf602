import { jsonText } from '../../syntax/json/json-text.ts';
import { createHash } from 'node:crypto';
import type { Assessment, Finding } from '../../core/assessment/assessment.ts';
import { isLapsed } from '../../core/assessment/freshness.ts';
import type { Language } from '../../core/text.ts';
import { describeObservation } from '../model/observations.ts';
import { createVoice, type Voice } from '../model/voice.ts';
import {
  findingsByControl,
  type JudgedControl,
} from '../../core/assessment/views/findings-by-control.ts';
import { inPortions } from '../../syntax/json/write-in-pieces.ts';
import { linksOf, type ControlLinks } from '../rows/links-of.ts';
import { stablePlaceOf } from '../places/stable-place.ts';
import { partFindings, type HdfGroup } from './groups.ts';
import type { NistTags } from './nist-tags.ts';

/** From 0 to 1, as this format measures severity; 0 means not applicable. */
const impacts = { critical: 1, high: 0.7, medium: 0.5, low: 0.3 } as const;

const statuses = {
  pass: 'passed',
  fail: 'failed',
  unknown: 'skipped',
  error: 'error',
  'not-applicable': 'skipped',
  manual: 'skipped',
} as const;

/**
 * Writes an assessment in the OASIS Heimdall Data Format (exec-json). A control stands once for passes and
 * failures, and once more for each other state that it has, since a reader gives one status to all results
 * below an id.
 *
 * @see https://saf.mitre.org/framework/normalize
 */
export const renderHdf = (
  assessment: Assessment,
  language: Language,
  nistTags: NistTags,
): Iterable<string> => inPortions(pieces(assessment, language, nistTags));

function* pieces(
  assessment: Assessment,
  language: Language,
  nistTags: NistTags,
): Generator<string> {
  const { tool, catalog } = assessment;
  const platform = { name: tool.name, release: tool.version };
  const profile = {
    name: catalog.id,
    version: catalog.version,
    title: `${tool.name} ${tool.version}`,
    sha256: createHash('sha256').update(JSON.stringify(catalog)).digest('hex'),
    supports: [],
    attributes: [],
    groups: [],
    status: 'loaded',
  };
  const head = { platform, version: tool.version, statistics: { duration: 0 } };
  yield `${jsonText(head).slice(0, -1)},"profiles":[${jsonText(profile).slice(0, -1)},"controls":`;
  yield* hdfControls(assessment, nistTags, createVoice(language));
  yield '}]}\n';
}

/** A result at a time: those of one control alone may be many. */
function* hdfControls(assessment: Assessment, nistTags: NistTags, voice: Voice): Generator<string> {
  const links = linksOf(assessment);
  const at = assessment.collectedAt;
  let before = '[\n';
  for (const [control, findings] of findingsByControl(assessment)) {
    const about = links(control.id);
    for (const [group, own] of partFindings(findings, about.attestation !== undefined)) {
      const head = {
        ...describeGroup(control, group, own, about, voice),
        tags: { ...tagsOf(control, about, nistTags), state: group },
      };
      yield `${before}${jsonText(head).slice(0, -1)},"results":[`;
      before = ',\n';
      let comma = '';
      for (const result of resultsOf(group, own, about, at, voice)) {
        yield comma + jsonText(result);
        comma = ',';
      }
      yield ']}';
    }
  }
  yield before === '[\n' ? '[]' : ']';
}

function* resultsOf(
  group: HdfGroup,
  findings: readonly Finding[],
  about: ControlLinks,
  at: string,
  voice: Voice,
): Generator<object> {
  for (const finding of findings) yield describeResult(finding, at, voice);
  yield* attestedResult(group, about, at, voice);
}

function describeGroup(
  control: JudgedControl,
  group: HdfGroup,
  findings: readonly Finding[],
  about: ControlLinks,
  voice: Voice,
): object {
  const { id, severity } = control;
  return {
    id: group === 'judged' ? id : `${id} (${group})`,
    title: voice.text(control.title),
    desc: voice.paragraphs(control.rationale),
    descriptions: [{ label: 'fix', data: voice.paragraphs(control.remediation) }],
    impact: group === 'not-applicable' ? 0 : impacts[severity],
    refs: control.references.map((url) => ({ url })),
    source_location: locationOf(findings),
    waiver_data: group === 'waived' ? waiverData(findings, voice) : {},
    ...attestationData(id, group, about, voice),
  };
}

/** Its requirements by framework, and `nist`, by which viewers place it. */
function tagsOf(
  { id, severity }: JudgedControl,
  { requirements }: ControlLinks,
  nistTags: NistTags,
): object {
  const assessed = [...requirements].flatMap(([framework, ids]) =>
    framework.startsWith('nist-800-53') ? ids : [],
  );
  const nist = nistTags(id, assessed);
  return { ...Object.fromEntries(requirements), nist, severity, control: id };
}

/** The first place in a file that the findings point to, the failed ones before others. */
function locationOf(findings: readonly Finding[]): object {
  const failed = findings.filter(({ status }) => status === 'fail');
  for (const finding of [...failed, ...findings]) {
    const place = stablePlaceOf(finding);
    if (!place) continue;
    const { path: ref, line } = place;
    return line === undefined ? { ref } : { ref, line };
  }
  return {};
}

/** The failure is still run and still failed: said to be skipped, it would read as not applicable. */
function waiverData(findings: readonly Finding[], voice: Voice): object {
  const waivers = findings.flatMap(({ waiver }) => (waiver === undefined ? [] : [waiver]));
  const until = waivers.map((waiver) => waiver.until).toSorted()[0];
  const words = new Set(
    waivers.map(
      ({ reason, owner, approver }) =>
        `${voice.prose(reason)} (${voice.name(owner)}, ${voice.name(approver)})`,
    ),
  );
  return {
    run: true,
    skipped_due_to_waiver: false,
    justification: [...words].join('\n'),
    message: '',
    ...(until === undefined ? {} : { expiration_date: until }),
  };
}

function attestationData(
  id: string,
  group: HdfGroup,
  { attestation }: ControlLinks,
  voice: Voice,
): object {
  if (group !== 'attested' || attestation === undefined) return {};
  return {
    attestation_data: {
      control_id: id,
      explanation: voice.prose(attestation.statement),
      frequency: `until ${attestation.until}`,
      status: 'passed',
      updated: attestation.date,
      updated_by: `${voice.name(attestation.person)}, ${voice.name(attestation.role)}`,
    },
  };
}

/** A reader takes a person's word for a result only where it is a result. */
function attestedResult(
  group: HdfGroup,
  { attestation }: ControlLinks,
  at: string,
  voice: Voice,
): readonly object[] {
  if (group !== 'attested' || attestation === undefined) return [];
  return [
    {
      status: 'passed',
      code_desc: voice.prose(attestation.statement),
      message: `${voice.name(attestation.person)}, ${voice.name(attestation.role)}`,
      start_time: at,
    },
  ];
}

function describeResult(finding: Finding, at: string, voice: Voice): object {
  const { subject, message, status } = finding;
  const evidence = finding.observations.map((observation) => {
    const { path, value, source } = describeObservation(observation, voice);
    return `${path} = ${value} (${source})`;
  });
  const said = voice.text(message);
  // A pass on evidence that holds no longer is not reviewed.
  const hdfStatus = isLapsed(finding) ? 'skipped' : statuses[status];
  return {
    status: hdfStatus,
    code_desc: `${voice.kind(subject.kind)} ${voice.name(subject.name)}`,
    resource: subject.kind,
    resource_id: voice.name(`${subject.target}/${subject.id}`),
    ...(hdfStatus === 'skipped' ? { skip_message: said } : {}),
    message: [said, ...evidence].join('\n'),
    start_time: at,
  };
}
