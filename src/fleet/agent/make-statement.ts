import type { KeyObject } from 'node:crypto';
import type { Assessment } from '../../core/assessment/assessment.ts';
import type { Subject } from '../../core/facts/subject.ts';
import { blindAtMost, eventsAtMost } from '../../core/fleet/bounds.ts';
import { catalogHash } from '../../core/fleet/catalog-hash.ts';
import { keyOf, manifestOf, rootOf } from '../../core/fleet/manifest.ts';
import { bodyOf, partsOf, subjectBody, type Body } from '../../core/fleet/snapshot-parts.ts';
import { fleetStandingOf, standingBody } from '../../core/fleet/standing.ts';
import {
  statementType,
  type Blind,
  type Entry,
  type FleetEvent,
  type Statement,
} from '../../core/fleet/statement.ts';
import { settled } from '../../core/snapshot/settled.ts';
import type { Snapshot } from '../../core/snapshot/snapshot.ts';
import { signText } from '../../syntax/dsse/pre-authentication.ts';
import { canonicalJson, sha256 } from '../../syntax/json/canonical-json.ts';

/** One reading of a host, and what its own judge says of it. */
export interface AgentReading {
  readonly snapshot: Snapshot;
  readonly assessment: Assessment;
  /** What happened since the reading before. */
  readonly events: readonly FleetEvent[];
}

/** Who signs, and for which organisation. */
export interface Identity {
  readonly tenant: string;
  readonly host: string;
  /** Ed25519, private. */
  readonly key: KeyObject;
}

/** The end of a host's own chain. */
export interface ChainEnd {
  readonly seq: number;
  /** Of the last statement. */
  readonly hash: string;
}

/** A statement that is signed, with what is new of what it speaks of. */
export interface SignedStatement extends ChainEnd {
  readonly statement: string;
  readonly signature: string;
  readonly bodies: readonly Body[];
}

/** Why and how a statement is made. */
export interface Making {
  readonly end: ChainEnd;
  readonly reason: Statement['reason'];
  /** Has everything in it, so that nothing before is needed. */
  readonly isWhole: boolean;
  readonly blind: readonly Blind[];
}

/** Makes the statements of one host, one after the other. */
export interface StatementMaker {
  /**
   * The next statement; `undefined` where nothing changed and no other reason asks for one. It counts as said once `keep` was
   * called, so that what could not be kept is said by the next.
   */
  readonly make: (
    reading: AgentReading,
    making: Making,
  ) => { readonly signed: SignedStatement; readonly keep: () => void } | undefined;
}

/** What was said of a subject, and what it was without what changes by itself. */
interface Said {
  readonly entry: Entry;
  readonly settled: string;
}

/** What was said last. */
interface State {
  readonly subjects: ReadonlyMap<string, Said>;
  readonly head: string;
  readonly origins: string;
  readonly standing: string;
}

const nothing: State = { subjects: new Map(), head: '', origins: '', standing: '' };

/** Begins with nothing said. */
export function createStatementMaker({ tenant, host, key }: Identity): StatementMaker {
  let state = nothing;
  return {
    make: ({ snapshot, assessment, events }, { end, reason, isWhole, blind }) => {
      const before = isWhole ? nothing : state;
      const bodies: Body[] = [];
      const subjects = new Map<string, Said>();
      const changed: Entry[] = [];
      for (const subject of snapshot.subjects) {
        const name = keyOf(subject);
        const now = settledHash(subject);
        const said = before.subjects.get(name);
        if (said?.settled === now) {
          // It is still what was said, though its processes may have other numbers.
          subjects.set(name, said);
          continue;
        }
        const { entry, ...body } = subjectBody(subject);
        bodies.push(body);
        changed.push(entry);
        subjects.set(name, { entry, settled: now });
      }
      const gone = [...before.subjects]
        .filter(([name]) => !subjects.has(name))
        .map(([, { entry }]) => ({ kind: entry.kind, target: entry.target, id: entry.id }));
      const { head, origins } = partsOf(snapshot);
      const standing = standingBody(fleetStandingOf(assessment)).hash;
      const isSame =
        changed.length + gone.length === 0 &&
        before.head === head.hash &&
        before.standing === standing;
      if (isSame && reason === 'event' && blind.length === 0) return undefined;
      if (before.head !== head.hash) bodies.push(head);
      if (before.origins !== origins.hash) bodies.push(origins);
      const about: Statement = {
        v: 1,
        tenant,
        host,
        seq: end.seq + 1,
        prev: end.hash,
        reason,
        collectedAt: snapshot.collectedAt,
        agent: { tool: snapshot.tool.version, snapshot: snapshot.version },
        head: head.hash,
        origins: origins.hash,
        root: rootOf(manifestOf(Array.from(subjects.values(), ({ entry }) => entry))),
        keyframe: isWhole,
        changed,
        gone,
        events: events.slice(-eventsAtMost),
        blind: blind.slice(-blindAtMost),
        standing: { catalog: catalogHash(assessment.catalog), hash: standing },
      };
      const statement = canonicalJson(about);
      const signed = {
        seq: about.seq,
        hash: sha256(statement),
        statement,
        signature: signText(statementType, statement, key),
        bodies: unique(bodies),
      };
      const next = { subjects, head: head.hash, origins: origins.hash, standing };
      return {
        signed,
        keep: () => {
          state = next;
        },
      };
    },
  };
}

const settledHash = (subject: Subject): string => bodyOf(settled(subject)).hash;

const unique = (bodies: readonly Body[]): readonly Body[] => [
  ...new Map(bodies.map((body) => [body.hash, body])).values(),
];
