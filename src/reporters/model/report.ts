import type { FindingStatus } from '../../core/finding-status.ts';
import type { Severity } from '../../core/control.ts';
import type { RequirementStatus } from '../../core/rollup.ts';
import type { Language } from '../../core/text.ts';

/**
 * A report before it has a form: every string is in the report's language, ready to be shown and
 * harmless ({@link inert}); a format adds layout and its own escaping, and decides nothing.
 */
export interface Report {
  readonly language: Language;
  readonly title: string;
  /** The framework with its edition, or that there is none. */
  readonly subtitle: string;
  /** ISO 8601 UTC; the one time of the report. */
  readonly collectedAt: string;
  /** The same for people, and the day as of which it was judged where that is another one. */
  readonly collected: string;
  readonly scope: Scope;
  readonly result: Result;
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
}

/** How something stands, for colour; never the only sign of it. */
export type Tone = 'bad' | 'doubt' | 'conditional' | 'good' | 'plain';

/** What was assessed, by what, against what. */
export interface Scope {
  readonly targets: readonly {
    readonly id: string;
    readonly kind: string;
    readonly description: string;
    readonly access: string;
  }[];
  /** Absent when nobody named the system under assessment. */
  readonly system?: {
    readonly name: string;
    readonly boundary: string;
    /** By what subjects were chosen; empty when everything that was read belongs. */
    readonly selects: readonly string[];
    /** Subjects that do not belong, by kind and reason. */
    readonly outside: readonly {
      readonly kind: string;
      readonly reason: string;
      readonly count: number;
      /** As many of their names as can be shown. */
      readonly names: readonly string[];
    }[];
    readonly outsideCount: number;
  };
  readonly population: readonly TargetPopulation[];
  readonly tool: string;
  readonly catalog: string;
  readonly changes: readonly {
    readonly control: string;
    readonly change: string;
    readonly reason: string;
    readonly by: string;
    readonly catalog: string;
  }[];
  readonly redactions: readonly { readonly rule: string; readonly count: number }[];
  readonly framework?: {
    readonly title: string;
    readonly edition: string;
    readonly level: string;
    readonly source: string;
    /** The framework that it extends, by id; empty for one that stands by itself. */
    readonly extends: string;
    /** What it changed in that one, a line each. */
    readonly changes: readonly string[];
  };
  /** What a reader must know first: a retired edition, ids that were not verified, what was left out. */
  readonly notices: readonly string[];
}

/** How many subjects of each kind a target had, and what became of them. */
export interface TargetPopulation {
  readonly target: string;
  readonly kinds: readonly {
    readonly kind: string;
    readonly existed: number;
    readonly read: number;
    readonly vanished: number;
    /** Listed, still there, and yet not read. */
    readonly unread: number;
  }[];
  /** Kinds that were listed and of which there were none. */
  readonly empty: readonly string[];
}

/** One line of a tally: so many of so many. */
export interface Count {
  readonly label: string;
  readonly tone: Tone;
  readonly count: number;
  readonly of: number;
}

/** How a finding is counted: its status, with waived failures and what holds no longer apart. */
export type Standing = FindingStatus | 'waived' | 'compensated' | 'stale';

/** The figures of the report, each with its denominator. */
export interface Result {
  /** Subjects read, of those that existed and did not vanish. */
  readonly read: { readonly count: number; readonly of: number };
  /** Every way in which a finding can stand, those without any as well. */
  readonly findings: readonly (Count & { readonly standing: Standing })[];
  readonly failures: readonly (Count & { readonly severity: Severity })[];
  /** What would stand without any waiver, in sentences; empty when no waiver was given. */
  readonly withoutWaivers: readonly string[];
  /** What was found too long ago to hold still, in sentences; empty when everything holds. */
  readonly stale: readonly string[];
  /** By the standard's word, which may gather several of our statuses; absent without a framework. */
  readonly requirements?: readonly (Count & { readonly rules: readonly Count[] })[];
}

/** One fact that a check read, as three readable pieces. */
export interface ObservationLine {
  readonly path: string;
  readonly value: string;
  /** `GET /containers/abc/json → /HostConfig/Memory`, `daemon.json:12`, `$ auditctl -l`. */
  readonly source: string;
  /** Whether the fact could not be read, so that `value` says why. */
  readonly gap: boolean;
}

/** One control on one subject. */
export interface FindingEntry {
  /** Its place in the assessment, counted from 1: the same in every format. */
  readonly number: number;
  readonly anchor: string;
  readonly kind: string;
  readonly name: string;
  readonly id: string;
  /** The beginning of a long id, for where there is little room. */
  readonly shortId: string;
  readonly target: string;
  readonly standing: Standing;
  readonly status: string;
  readonly tone: Tone;
  readonly severity: Severity;
  readonly message: string;
  readonly observations: readonly ObservationLine[];
  /** Number of the waiver that accepts it, in {@link Report.waivers}. */
  readonly waiver?: number;
}

/** One control with its words and all that it said. */
export interface ControlEntry {
  readonly id: string;
  readonly anchor: string;
  readonly kind: string;
  readonly severity: Severity;
  readonly severityLabel: string;
  readonly title: string;
  readonly rationale: string;
  readonly remediation: string;
  /** As they stand in the catalog; a format makes a link of an https address only. */
  readonly references: readonly string[];
  /** Parameters in force, `max = 1024`. */
  readonly params: readonly string[];
  /** What it said, by standing; standings without any are left out. */
  readonly tally: readonly Count[];
  readonly findings: readonly FindingEntry[];
}

/** Some findings of one control. */
export interface ControlFindings {
  readonly control: ControlEntry;
  readonly findings: readonly FindingEntry[];
}

/** Failures of one severity, by control. */
export interface SeverityGroup {
  readonly severity: Severity;
  readonly label: string;
  readonly count: number;
  readonly controls: readonly ControlFindings[];
}

/** What could not be read, and what could not be decided. */
export interface Unseen {
  readonly lists: readonly {
    readonly target: string;
    readonly kind: string;
    readonly reason: string;
    readonly detail: string;
    readonly source: string;
  }[];
  readonly factGaps: number;
  readonly controls: readonly ControlFindings[];
}

/** One waiver, live or not, and what it accepts. */
export interface WaiverEntry {
  readonly number: number;
  readonly anchor: string;
  readonly control: string;
  readonly controlAnchor?: string;
  readonly scope: readonly string[];
  readonly reason: string;
  readonly owner: string;
  readonly approver: string;
  readonly ticket?: string;
  readonly period: string;
  readonly compensating?: string;
  readonly state: string;
  /** What to know beside the state: it ends soon, is too long, matches nothing, or rests on a name alone. */
  readonly notes: readonly string[];
  readonly tone: Tone;
  readonly accepts: number;
  readonly findings: readonly FindingEntry[];
}

/** A person's statement for a requirement. */
export interface AttestationEntry {
  readonly requirement: string;
  readonly statement: string;
  readonly person: string;
  readonly period: string;
  /** Who went over it and when; absent when nobody did. */
  readonly review?: string;
  readonly files: readonly {
    readonly path: string;
    /** SHA-256 when the statement was made; empty when nobody made it. */
    readonly sha256: string;
    readonly state: string;
    readonly tone: Tone;
  }[];
  /** File and line where it was written down; empty when it came from a program. */
  readonly place: string;
  readonly state: string;
  readonly tone: Tone;
}

/** A person's statement that a requirement does not apply. */
export interface StatementEntry {
  readonly requirement: string;
  readonly reason: string;
  readonly owner: string;
  readonly until: string;
  readonly state: string;
  readonly tone: Tone;
  /** Requirements on which a control failed all the same. */
  readonly conflicts: readonly string[];
}

/** One requirement of the framework, in its place in the tree. */
export interface RequirementEntry {
  readonly id: string;
  readonly anchor: string;
  readonly title: string;
  /** 0 at the top. */
  readonly depth: number;
  /** A heading only: it has no result of its own. */
  readonly group: boolean;
  readonly nature: string;
  readonly verified: boolean;
  readonly status: RequirementStatus;
  /** The result in the standard's word. */
  readonly word: string;
  /** The rule by which it came about, in our word. */
  readonly rule: string;
  readonly tone: Tone;
  readonly controls: readonly {
    readonly id: string;
    readonly anchor: string;
    readonly title: string;
    readonly strength: string;
    readonly reason: string;
    readonly live: boolean;
    readonly tally: readonly Count[];
  }[];
  readonly attestation?: AttestationEntry;
  /** Attestations of it that do not count. */
  readonly lapsed: readonly AttestationEntry[];
  /** The statement in force that it does not apply. */
  readonly statement?: { readonly said: string; readonly conflict: boolean };
}

/** What the reader has to bring. */
export interface Needs {
  readonly questions: readonly ControlFindings[];
  readonly requirements: readonly {
    readonly title: string;
    readonly entries: readonly RequirementEntry[];
  }[];
}

/** The subjects of one target, with how each came out. */
export interface TargetSubjects {
  readonly target: string;
  readonly kinds: readonly {
    readonly kind: string;
    readonly subjects: readonly {
      readonly name: string;
      readonly id: string;
      readonly tally: readonly Count[];
    }[];
  }[];
}
