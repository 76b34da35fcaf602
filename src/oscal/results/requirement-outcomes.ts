import { judgedControls } from '../../core/assessment/views/findings-by-control.ts';
import type {
  Assessment,
  FrameworkResult,
  RequirementResult,
} from '../../core/assessment/assessment.ts';
import type { CheckedAttestation } from '../../core/statements/attestation.ts';
import { publishedCatalogs } from '../../knowledge/published-catalogs.ts';
import { controlToken, statementOf } from '../oscal-names.ts';
import { placeOf, tokensOf } from '../requirement-tokens.ts';
import { decides, type RequirementStatus, type Tally } from '../../core/frameworks/rollup.ts';
import type { ResultsVoice } from './results-options.ts';
import { oneLine } from '../one-line.ts';
import { caseWords } from './words.ts';

/**
 * What OSCAL gets: a finding; nothing but that the requirement was left out of the assessment; a task for a person; or
 * nothing, where no control checks it.
 */
export type Outcome =
  | {
      readonly kind: 'finding';
      readonly state: 'satisfied' | 'not-satisfied';
      readonly reason: 'pass' | 'fail' | 'other';
    }
  | { readonly kind: 'excluded' }
  | { readonly kind: 'task' }
  | { readonly kind: 'unseen' };

/** One requirement, or one control where there is no framework. */
export interface Case {
  readonly id: string;
  /** The control of its framework's catalog which it is, or to whose statement it belongs. */
  readonly control: string;
  /** What a finding points to in the catalog: a statement; absent where it is an objective of the document's own. */
  readonly statement?: string | undefined;
  readonly title: string;
  /** Our own status, which OSCAL cannot say. */
  readonly status: string;
  /** Ids of the controls that count for it. */
  readonly controls: readonly string[];
  readonly outcome: Outcome;
  /** Why it stands so. */
  readonly remarks: string;
  readonly attestation?: CheckedAttestation | undefined;
}

const finding = (
  state: 'satisfied' | 'not-satisfied',
  reason: 'pass' | 'fail' | 'other',
): Outcome => ({ kind: 'finding', state, reason });

const outcomes = {
  'not-satisfied': finding('not-satisfied', 'fail'),
  undetermined: finding('not-satisfied', 'other'),
  'accepted-with-waiver': finding('not-satisfied', 'fail'),
  'accepted-with-compensating-control': finding('not-satisfied', 'fail'),
  weakened: finding('not-satisfied', 'other'),
  'not-applicable': { kind: 'excluded' },
  satisfied: finding('satisfied', 'pass'),
  // A part that passes satisfies nothing alone.
  supported: finding('not-satisfied', 'other'),
  'context-only': { kind: 'unseen' },
  'not-tested': { kind: 'excluded' },
  attested: finding('satisfied', 'other'),
  'not-assessed': { kind: 'unseen' },
} as const satisfies Record<RequirementStatus, Outcome>;

/** Everything that stands to be judged, groups left out. */
export function casesOf(
  assessment: Assessment,
  framework: FrameworkResult | undefined,
  voice: ResultsVoice,
): readonly Case[] {
  const tallies = new Map(judgedControls(assessment).map(({ id, tally }) => [id, tally]));
  if (framework !== undefined) {
    const tokens = tokensOf(framework);
    const known = new Set(tokens.values());
    const isPublished = publishedCatalogs.has(framework.id);
    return framework.requirements
      .filter(({ group }) => !group)
      .map((requirement) => {
        const token = tokens.get(requirement.id) ?? requirement.id;
        const { control, item } = placeOf(token, known);
        const statement = item ?? (isPublished ? statementOf(control) : undefined);
        return { control, statement, ...requirementCase(requirement, tallies, voice) };
      });
  }
  return assessment.catalog.controls.map(({ id, title, tally }) => {
    const status = statusOf(tally);
    return {
      id,
      control: controlToken(id),
      title: oneLine(voice.text(title)),
      status,
      controls: [id],
      outcome: onlyForPeople([tally]) ? { kind: 'task' } : outcomes[status],
      remarks: caseWords[status][voice.language],
    };
  });
}

function requirementCase(
  requirement: RequirementResult,
  tallies: ReadonlyMap<string, Tally>,
  voice: ResultsVoice,
): Omit<Case, 'control' | 'statement'> {
  const { id, title, status, statement, attestation, reasons = [] } = requirement;
  const live = requirement.controls.filter((control) => control.live);
  const deciding = live.flatMap((control) => {
    const tally = decides(control) ? tallies.get(control.id) : undefined;
    return tally === undefined ? [] : [tally];
  });
  const why =
    status === 'not-applicable' && statement !== undefined
      ? `${voice.prose(statement.reason)} (${voice.name(statement.owner)})`
      : [caseWords[status][voice.language], ...reasons.map(voice.text)].join('\n');
  return {
    id,
    title: oneLine(voice.text(title)),
    status,
    controls: live.map((control) => control.id),
    outcome:
      status === 'undetermined' && onlyForPeople(deciding) ? { kind: 'task' } : outcomes[status],
    remarks: why,
    attestation,
  };
}

/** Whether nothing is open but what a person must answer: every control spoke, and none was in doubt. */
const onlyForPeople = (tallies: readonly Tally[]): boolean =>
  tallies.some(({ manual }) => manual > 0) &&
  tallies.every(
    (tally) =>
      tally.unknown + tally.error + tally.stale + tally.fail === 0 &&
      Object.values(tally).some((count) => count > 0),
  );

/** How a control stands by itself. */
function statusOf(tally: Tally): RequirementStatus {
  if (tally.fail > 0) return 'not-satisfied';
  if (tally.unknown + tally.error + tally.stale + tally.manual > 0) return 'undetermined';
  if (tally.waived > 0) {
    return tally.waived === tally.compensated
      ? 'accepted-with-compensating-control'
      : 'accepted-with-waiver';
  }
  if (tally.pass > 0) return 'satisfied';
  return tally.notApplicable > 0 ? 'not-tested' : 'not-assessed';
}
