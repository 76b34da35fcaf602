import type { Assessment, Finding } from '../../core/assessment/assessment.ts';
import type { OscalVersion } from '../oscal-names.ts';
import {
  failingTitleOf,
  findingsByControl,
  type JudgedControl,
} from '../../core/assessment/views/findings-by-control.ts';
import { inPortions } from '../../syntax/json/write-in-pieces.ts';
import {
  inOneLine,
  membersOf,
  nested,
  type Streamed,
} from '../../syntax/json/write-json-members.ts';
import { metadataOf } from './metadata.ts';
import { assetsOf, inventoryOf } from './inventory.ts';
import { observationOf } from './observations.ts';
import { waiversIn } from './accepted.ts';
import { related, riskUuid, waivedRisk } from './risks.ts';
import { byTool, note, setScene, type Scene } from './results-context.ts';
import { oneLine } from '../one-line.ts';
import type { ResultsOptions } from './results-options.ts';
import { words } from './words.ts';

/** Something to be done: a control that failed, or one that could not be judged. */
interface Open {
  readonly kind: 'open' | 'doubtful';
  readonly control: JudgedControl;
  readonly findings: readonly Finding[];
}

/**
 * Writes what an assessment leaves to be done as an OSCAL plan of action and milestones: an item for each control
 * that failed, for each that could not be judged, and for each waiver in force. With a framework, for its controls only.
 *
 * @throws PlimsollError `framework-unknown`
 * @see https://pages.nist.gov/OSCAL/learn/concepts/layer/assessment/poam/
 */
export const renderOscalPoam = (
  assessment: Assessment,
  options: ResultsOptions,
  version: OscalVersion = '1.1.3',
): Iterable<string> => inPortions(pieces(setScene('poam', assessment, options, version)));

function* pieces(scene: Scene): Generator<string> {
  const { assessment, voice } = scene;
  const { language } = voice;
  const wanted = new Set(scene.cases.flatMap(({ controls }) => controls));
  const open = openIn(scene, wanted);
  const accepted = waiversIn(scene).filter(({ waiver }) => wanted.has(waiver.control));
  const findings = [...open, ...accepted].flatMap((each) => each.findings);
  const system = assessment.system?.name ?? assessment.targets.map(({ id }) => id).join(', ');
  yield '{"plan-of-action-and-milestones":{';
  yield* membersOf({
    uuid: scene.uuid('document'),
    metadata: metadataOf(scene, words.poam[language]),
    'system-id': { id: oneLine(voice.name(system)) },
    'local-definitions': nested({
      'inventory-items': inventoryOf(findings, scene),
      'assessment-assets': assetsOf(scene),
    }),
    observations: (function* () {
      for (const finding of findings) yield observationOf(finding, scene);
    })(),
    risks: (function* () {
      for (const each of open) yield openRisk(each, scene);
      for (const each of accepted) yield waivedRisk(each, scene);
    })(),
    'poam-items': (function* () {
      for (const each of open) yield itemOf(each, scene);
      for (const { key, waiver, findings: own } of accepted) {
        yield inOneLine({
          uuid: scene.uuid('item', key),
          title: words.accepted[language].replace('{title}', () => titleOf(waiver.control, scene)),
          description: voice.prose(waiver.reason),
          'related-observations': related(own, scene),
          'related-risks': [{ 'risk-uuid': riskUuid(key, scene) }],
        });
      }
      if (open.length + accepted.length === 0) {
        yield {
          uuid: scene.uuid('item'),
          title: words.nothing[language],
          description: words['nothing-described'][language],
        };
      }
    })(),
  });
  yield '}}\n';
}

function openIn({ assessment, voice }: Scene, wanted: ReadonlySet<string>): readonly Open[] {
  return findingsByControl(assessment).flatMap(([control, findings]): readonly Open[] => {
    if (!wanted.has(control.id)) return [];
    const failed = findings.filter((finding) => voice.standing(finding) === 'fail');
    const doubtful = findings.filter(({ status }) => status === 'unknown' || status === 'error');
    return [
      { kind: 'open' as const, control, findings: failed },
      { kind: 'doubtful' as const, control, findings: doubtful },
    ].filter((open) => open.findings.length > 0);
  });
}

function titleOf(controlId: string, { assessment, voice }: Scene): string {
  const control = assessment.catalog.controls.find(({ id }) => id === controlId);
  return oneLine(control ? voice.text(failingTitleOf(control)) : voice.name(controlId));
}

function headOf({ kind, control }: Open, { voice }: Scene): string {
  const title = kind === 'open' ? failingTitleOf(control) : control.title;
  return words[kind][voice.language].replace('{title}', () => oneLine(voice.text(title)));
}

const countOf = ({ findings }: Open, { voice }: Scene): string =>
  words.subjects[voice.language].replace('{count}', String(findings.length));

function openRisk(open: Open, scene: Scene): Streamed {
  const { voice } = scene;
  const { kind, control, findings } = open;
  return inOneLine({
    uuid: scene.uuid('risk', kind, control.id),
    title: headOf(open, scene),
    description: voice.paragraphs(control.rationale),
    statement: countOf(open, scene),
    props: [note('control', control.id), note('severity', control.severity)],
    status: kind === 'open' ? 'open' : 'investigating',
    ...byTool(scene),
    remediations: [
      {
        uuid: scene.uuid('response', kind, control.id),
        lifecycle: 'recommendation',
        title: oneLine(voice.text(control.title)),
        description: voice.paragraphs(control.remediation),
      },
    ],
    'related-observations': related(findings, scene),
  });
}

function itemOf(open: Open, scene: Scene): Streamed {
  const { kind, control, findings } = open;
  return inOneLine({
    uuid: scene.uuid('item', kind, control.id),
    title: headOf(open, scene),
    description: countOf(open, scene),
    props: [note('control', control.id), note('severity', control.severity)],
    'related-observations': related(findings, scene),
    'related-risks': [{ 'risk-uuid': scene.uuid('risk', kind, control.id) }],
  });
}
