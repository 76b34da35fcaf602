import type { Papers } from '../../core/snapshot/papers.ts';
import type { Language } from '../../core/text.ts';
import type { Severity } from '../../core/controls/severity.ts';
import type { Locale } from '../locale/locale.ts';
import type { AttestationEntry, StatementEntry, WaiverEntry } from './entries/accepted.ts';
import type { Count, StandingCount } from './entries/count.ts';
import type { ControlEntry, SeverityGroup, Unseen } from './entries/finding.ts';
import type { HistoryEntry } from './entries/history.ts';
import type { Needs, RequirementEntry } from './entries/requirement.ts';
import type { Scope } from './entries/scope.ts';
import type { SourcesEntry } from './entries/source.ts';
import type { VerificationEntry } from './entries/verification.ts';

/**
 * A report before it has a form: every string is in the report's language, ready to be shown and
 * harmless ({@link inert}); a format adds layout and its own escaping, and decides nothing.
 */
export interface Report {
  /** The language of what exists in English and Chinese alone; `locale` is that of the report. */
  readonly language: Language;
  readonly locale: Locale;
  readonly title: string;
  /** The framework with its edition, or that there is none. */
  readonly subtitle: string;
  /** The framework by its id, and by that of the one it extends; absent without a framework. */
  readonly framework?: { readonly id: string; readonly extends: string };
  /** ISO 8601 UTC; the one time of the report. */
  readonly collectedAt: string;
  /** The same for people, and the day that it was judged for, where that is another one. */
  readonly collected: string;
  /** SHA-256 of the bundle that was read; absent where there was none. */
  readonly bundleSha256?: string;
  readonly scope: Scope;
  /** What the configuration says of the system for working papers; what nobody said is absent. */
  readonly papers: Papers;
  readonly result: ReportResult;
  /** Empty without a framework. */
  readonly requirements: readonly RequirementEntry[];
  /** Unaccepted failures, worst severity first; severities without any are left out. */
  readonly failures: readonly SeverityGroup[];
  readonly unseen: Unseen;
  readonly waivers: readonly WaiverEntry[];
  readonly attestations: readonly AttestationEntry[];
  readonly statements: readonly StatementEntry[];
  readonly needs: Needs;
  readonly controls: readonly ControlEntry[];
  readonly subjects: readonly TargetSubjects[];
  /** Absent where nobody gave a ledger. */
  readonly history?: HistoryEntry;
  /** Absent where nobody handed the code of the checks over. */
  readonly sources?: SourcesEntry;
  /** Absent where the evidence is in no bundle. */
  readonly verification?: VerificationEntry;
}

/** The figures of the report, each with its denominator. */
export interface ReportResult {
  /** Subjects read, of those that existed and did not vanish. */
  readonly read: { readonly count: number; readonly of: number };
  /** Every way in which a finding can stand, those without any as well. */
  readonly findings: readonly StandingCount[];
  readonly failures: readonly (Count & { readonly severity: Severity })[];
  /** What would stand without any waiver, in sentences; empty when no waiver was given. */
  readonly withoutWaivers: readonly string[];
  /** What was found too long ago to hold still, in sentences; empty when everything holds. */
  readonly stale: readonly string[];
  /** By the standard's word, which may gather several of our statuses; absent without a framework. */
  readonly requirements?: readonly (Count & {
    readonly rules: readonly Count[];
    /** Whether controls came to a result in any of them. */
    readonly decided: boolean;
  })[];
}

/** The subjects of one target, with how each came out. */
export interface TargetSubjects {
  readonly target: string;
  readonly kinds: readonly {
    readonly kind: string;
    readonly subjects: readonly {
      readonly name: string;
      readonly id: string;
      readonly tally: readonly StandingCount[];
    }[];
  }[];
}
