import type { Tone } from './count.ts';
import type { FindingEntry } from './finding.ts';

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
