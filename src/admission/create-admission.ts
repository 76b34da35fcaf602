import { setTimeout as sleep } from 'node:timers/promises';
import { unreadEngine, type RequestReader } from '../collectors/engine/create/request-reader.ts';
import { builtin } from '../controls/registry/builtin.ts';
import type { AssessOptions } from '../core/assessment/assess.ts';
import type { Judgement } from '../core/assessment/evaluate.ts';
import type { Subject } from '../core/facts/subject.ts';
import type { Threshold } from '../core/config/threshold.ts';
import { severities } from '../core/controls/severity.ts';
import { snapshotVersion } from '../core/snapshot/order-snapshot.ts';
import type { Waiver } from '../core/statements/waiver.ts';
import { tool } from '../core/tool.ts';
import type { Snapshot } from '../core/snapshot/snapshot.ts';
import { SyntaxProblem } from '../syntax/problem.ts';
import { authzRequest, type AuthzRequest } from './authz-request.ts';
import type { AdmissionDecision } from './decision.ts';
import type { Denial } from './denial.ts';
import {
  ambiguity,
  failure,
  noBody,
  openVerdict,
  pluginWrite,
  rollback,
  tooLate,
  unreadable,
} from './denials.ts';
import { exempt, type Exemption } from './exemption.ts';
import { judgeRequest } from './judge-request.ts';
import { routeOf, type Route } from './route.ts';

/** An engine as it was last read. */
export interface AdmissionState {
  readonly snapshot: Snapshot;
  readonly reader: RequestReader;
}

/**
 * What requests are decided by; nothing of it has to be given. Of the waivers those count that no request can bring upon itself:
 * by the digest of an image, or for a whole target. Names and labels are chosen by who asks.
 */
export interface AdmissionOptions extends Partial<
  Pick<AssessOptions, 'catalog' | 'waivers' | 'waiverLimits'>
> {
  /** `observe` lets everything through and says what it would refuse; `enforce` refuses. `observe` when absent. */
  readonly mode?: AdmissionDecision['mode'];
  /** Which failures refuse: those of this severity and worse (`critical` when absent), and those of these controls. */
  readonly deny?: { readonly severity?: Threshold; readonly controls?: readonly string[] };
  /** Whether a control that would refuse and cannot say refuses as well; `allow` when absent. */
  readonly unknown?: 'allow' | 'deny';
  /** What is exempted from refusal, asked at each decision; what ended by then counts no more. */
  readonly exemptions?: () => readonly Exemption[];
  /** The engine as it was last read; absent, or `undefined` before it was, what a request leaves to it is unknown. */
  readonly state?: () => AdmissionState | undefined;
  /** Milliseconds that a decision may take; what takes longer is refused by `enforce`. 200 when absent. */
  readonly deadline?: number;
  /** The clock; that of the machine when absent. */
  readonly now?: () => Date;
}

/** Decides about requests to an engine before it answers them. */
export interface Admission {
  /** Decides about one request, and never throws: what cannot be judged is a reason to refuse it. */
  readonly decide: (request: AuthzRequest) => Promise<AdmissionDecision>;
}

/**
 * Judges requests that make, change or enter a container, and those that make or change a service, by the same controls as
 * what is there. Of a container that is there, what was wrong before refuses nothing. Other requests are let through, but for
 * those that write to plugins, since a plugin is a program with the rights that it asks for.
 *
 * No plugin is asked about what BuildKit builds, or about what is done to containerd directly.
 *
 * @example
 * const admission = createAdmission({ mode: 'enforce', deny: { severity: 'high' } });
 * const { allowed } = await admission.decide({ RequestMethod: 'POST', RequestUri: '/v1.45/containers/create', RequestBody });
 */
export function createAdmission(options: AdmissionOptions = {}): Admission {
  const { mode = 'observe', deadline = 200, now = () => new Date() } = options;
  const unread: AdmissionState = { snapshot: nothingRead, reader: unreadEngine('engine') };
  return {
    decide: async (given) => {
      const begun = performance.now();
      const at = now().toISOString();
      const { data } = authzRequest.safeParse(given);
      const route = data ? routeOf(data.RequestMethod, data.RequestUri) : unreadableRoute;
      const state = options.state?.();
      const judging = judge(data?.RequestBody ?? '', route, at, state ?? unread, options);
      const ended = new AbortController();
      const outcome = await Promise.race([
        judging,
        sleep(deadline, undefined, { signal: ended.signal }).then(() => late(deadline)),
      ]);
      ended.abort();
      const tookMs = performance.now() - begun;
      const {
        denials: found,
        others = noOthers,
        digests = [],
        ...judged
      } = tookMs > deadline ? late(deadline) : outcome;
      // Without TLS a name says nothing.
      const user = data?.UserAuthNMethod === 'TLS' ? (data.User ?? '') : '';
      const { denials, exempted } = exempt(
        found,
        options.exemptions?.() ?? [],
        { user, digests },
        at,
      );
      return {
        kind: 'plimsoll/admission',
        at,
        mode,
        allowed: mode === 'observe' || denials.length === 0,
        judged: route.kind !== 'not-judged',
        denials,
        exempted,
        method: data?.RequestMethod ?? '',
        path: route.path,
        user,
        ...judged,
        engineRead: state !== undefined,
        others,
        tookMs,
      };
    },
  };
}

/** What judging a request comes to. */
interface Outcome {
  readonly denials: readonly Denial[];
  readonly others?: AdmissionDecision['others'];
  readonly workload?: NonNullable<AdmissionDecision['workload']>;
  /** Of its image. */
  readonly digests?: readonly string[];
}

const noOthers: AdmissionDecision['others'] = { fail: [], waived: [], unknown: [] };

const unreadableRoute: Route = { kind: 'unreadable', path: '', api: null, name: '' };

async function judge(
  body: string,
  route: Route,
  at: string,
  { snapshot, reader }: AdmissionState,
  options: AdmissionOptions,
): Promise<Outcome> {
  if (route.kind === 'not-judged') return { denials: [] };
  if (route.kind === 'plugin-write') return { denials: [pluginWrite] };
  if (route.kind === 'rollback') return { denials: [rollback] };
  if (route.kind === 'unreadable') return { denials: [unreadable()] };
  const bytes = Buffer.from(body, 'base64');
  if (bytes.length === 0) return { denials: [noBody] };
  try {
    const { kind, name, api } = route;
    const described = await reader.describe({ kind, body: bytes, name, at, api });
    const { catalog = builtin, waivers = [], waiverLimits } = options;
    const judging = { catalog, waivers: waivers.filter(isUnsteered), waiverLimits, at };
    const judged = judgeRequest(described, snapshot, judging);
    const { denials, others } = sortOut(judged, options);
    const ambiguous = described.problems.map(ambiguity);
    const { reference = '', ...image } = imageOf(described.subject.facts);
    return {
      denials: [...ambiguous, ...(described.plugin ? [pluginWrite] : []), ...denials],
      others,
      workload: { name: nameOf(described.subject, name), image: reference },
      digests: Object.values(image),
    };
  } catch (error) {
    // Whatever failed, the engine waits for an answer, and `observe` lets the request through.
    return { denials: [unreadable(error instanceof SyntaxProblem ? error : undefined)] };
  }
}

function sortOut(
  judged: ReturnType<typeof judgeRequest>,
  { deny = {}, unknown = 'allow' }: AdmissionOptions,
) {
  const { severity: least = 'critical', controls = [] } = deny;
  const refused = least === 'none' ? [] : severities.slice(0, severities.indexOf(least) + 1);
  const refuses = ({ control, severity }: Judgement): boolean =>
    controls.includes(control.id) || refused.includes(severity);
  const failed = judged.filter(({ status, waiver }) => status === 'fail' && !waiver);
  const open = judged.filter(({ status }) => status === 'unknown' || status === 'error');
  const denied = failed.filter((each) => !each.isOld && refuses(each));
  const openDenied = unknown === 'deny' ? open.filter((each) => !each.isOld && refuses(each)) : [];
  const ids = (each: readonly Judgement[]): string[] => each.map(({ control }) => control.id);
  return {
    denials: [...denied.map(failure), ...openDenied.map(openVerdict)].toSorted(worstFirst),
    others: {
      fail: ids(failed.filter((each) => !denied.includes(each))),
      waived: ids(judged.filter(({ waiver }) => waiver !== undefined)),
      unknown: ids(open.filter((each) => !openDenied.includes(each))),
    },
  };
}

const isUnsteered = ({ scope }: Waiver): boolean =>
  scope.imageDigest !== undefined ||
  Object.entries(scope).every(([key, value]) => value === undefined || key === 'target');

const worstFirst = (a: Denial, b: Denial): number => rank(a) - rank(b);

const rank = ({ severity }: Denial): number => (severity ? severities.indexOf(severity) : -1);

/** What it is called that is there already; what is new has the name that it is given. */
const nameOf = ({ id, name }: Subject, asked: string): string => (name === id ? asked : name);

/** What of the image is known; parts of it may be gaps. */
function imageOf({ image }: Readonly<Record<string, unknown>>) {
  const parts: Readonly<Record<string, unknown>> =
    typeof image === 'object' && image !== null ? { ...image } : {};
  const known = (['reference', 'id', 'digest'] as const).flatMap((key) => {
    const part = parts[key];
    return typeof part === 'string' && part !== '' ? [[key, part] as const] : [];
  });
  return Object.fromEntries(known) as Partial<Record<'reference' | 'id' | 'digest', string>>;
}

const late = (deadline: number): Outcome => ({ denials: [tooLate(deadline)] });

/** What is known before anything is. */
const nothingRead: Snapshot = {
  kind: 'plimsoll/snapshot',
  version: snapshotVersion,
  collectedAt: '1970-01-01T00:00:00.000Z',
  tool,
  targets: [],
  population: [],
  gaps: [],
  origins: {},
  redactions: [],
  subjects: [],
};
