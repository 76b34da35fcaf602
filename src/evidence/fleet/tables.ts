import type { ColumnType } from 'kysely';
import type { ParkReason } from '../../core/fleet/carrier.ts';
import type { Bytes } from '../ledger/tables.ts';

type Content = ColumnType<Bytes, Uint8Array, Uint8Array>;

/** Whether something is said of a control or of a requirement of a framework. */
export type ItemKind = 'control' | 'requirement';

/** A host as it was enrolled, and the last that was heard of it. */
export interface HostRow {
  readonly id: string;
  /** Ed25519, SPKI in DER, base64. */
  readonly key: string;
  /** JSON of names and values. */
  readonly labels: string;
  readonly enrolled_at: string;
  readonly retired_at: string | null;
  /** The end of its chain; 0 and 64 zeros before its first reading. */
  readonly last_seq: number;
  readonly last_hash: string;
  /** Of its last statement, without which no change can be understood; empty where the next must have everything. */
  readonly last_root: string;
  readonly last_head: string;
  readonly last_origins: string;
  /** When it was heard of last, by the hub's clock; `null` before. */
  readonly seen_at: string | null;
  /** When its last reading was made, by its own. */
  readonly collected_at: string | null;
  /** Milliseconds that its clock is behind; negative where it is ahead. */
  readonly skew_ms: number;
  /** The version of its agent. */
  readonly tool: string;
  /** What the last reading was judged with, where it stood, and on which day; empty before. */
  readonly catalog: string;
  readonly standing: string;
  readonly judged_on: string;
  /** What a person has to look into: `forked`; `null` where nothing. */
  readonly alarm: string | null;
  /** Since when nothing was heard for too long; `null` while it is heard. */
  readonly silent_since: string | null;
}

/** The tables of a fleet, the same in SQLite and PostgreSQL. */
export interface FleetTables {
  readonly fleet_host: HostRow;
  /** What a host counts for: the whole, which is `''`, and each of its labels, as `env=prod`. */
  readonly fleet_scope: { readonly scope: string; readonly host: string };
  readonly fleet_token: {
    readonly hash: string;
    readonly labels: string;
    readonly uses_left: number;
    readonly expires_at: string;
  };
  /** Texts by their SHA-256, deflated: subjects, heads, origins, manifests and standings. */
  readonly fleet_body: { readonly hash: string; readonly content: Content };
  readonly fleet_reading: {
    readonly host: string;
    readonly seq: number;
    /** Of the statement. */
    readonly hash: string;
    readonly reason: string;
    readonly collected_at: string;
    readonly received_at: string;
    /** What it was judged with, and where it stood. */
    readonly catalog: string;
    readonly standing: string;
    /** The statement, deflated, and its signature. */
    readonly statement: Content;
    readonly signature: string;
  };
  /** Where each control and requirement stands on each host now. */
  readonly fleet_state: {
    readonly host: string;
    readonly kind: ItemKind;
    readonly item: string;
    readonly status: string;
    /** Subjects that fail. */
    readonly failing: number;
    readonly since: string;
  };
  /** How many hosts stand where; the status `silent` is that of hosts which are not heard. */
  readonly fleet_total: {
    readonly scope: string;
    readonly kind: ItemKind;
    readonly item: string;
    readonly status: string;
    readonly n: number;
  };
  readonly fleet_change: {
    readonly host: string;
    readonly seq: number;
    readonly at: string;
    readonly kind: ItemKind;
    readonly item: string;
    /** Its name; empty where the change is of the whole. */
    readonly subject: string;
    readonly was: string;
    readonly now: string;
    readonly cause: string;
  };
  /** How controls stood at the end of a day: of a scope, or of a host as `host:NAME`. */
  readonly fleet_day: {
    readonly scope: string;
    readonly day: string;
    readonly status: string;
    readonly n: number;
  };
  /** What is known to be missing. */
  readonly fleet_gap: {
    readonly host: string;
    /** `lost`, `parked`, `thinned` of readings; `blind`, `missed`, `merged`, `silent` of times. */
    readonly kind: string;
    readonly from_at: string;
    readonly to_at: string;
    /** 0 where no reading is missing. */
    readonly from_seq: number;
    readonly to_seq: number;
    readonly detail: string;
  };
  readonly fleet_parked: {
    readonly host: string;
    readonly seq: number;
    readonly reason: ParkReason;
    readonly at: string;
    readonly detail: string;
    readonly times: number;
    /** As it came; `null` where nobody known signed it. */
    readonly content: ColumnType<Bytes | null, Uint8Array | null, Uint8Array | null>;
  };
  /** Bodies of a reading whose rest has not come yet. */
  readonly fleet_part: {
    readonly host: string;
    readonly seq: number;
    readonly hash: string;
    readonly content: Content;
  };
  readonly fleet_checkpoint: {
    readonly at: string;
    readonly root: string;
    readonly hosts: number;
    /** The entry of the ledger. */
    readonly ledger_seq: number;
    /** The ends of all chains, deflated. */
    readonly content: Content;
  };
  /** Empty but inside the transaction that thins. */
  readonly fleet_thinning: { readonly before: string };
  readonly fleet_schema: { readonly version: number; readonly migrated_at: string };
}
