import type { Text } from '../core/text.ts';
import type { Denial } from './denial.ts';
import type { Exempted } from './exemption.ts';

/** What came of one request. */
export interface AdmissionDecision {
  readonly kind: 'plimsoll/admission';
  /** When it was asked, ISO 8601 UTC. */
  readonly at: string;
  readonly mode: 'observe' | 'enforce';
  /** Whether the engine may go on; with `observe` it always may. */
  readonly allowed: boolean;
  /** Whether the request was judged at all; most requests make no container and are let through. */
  readonly judged: boolean;
  /** Why it is refused, or with `observe` would be. */
  readonly denials: readonly Denial[];
  /** What would be among them, were it not for an exemption. */
  readonly exempted: readonly Exempted[];
  readonly method: string;
  /** Decoded, without version and query. */
  readonly path: string;
  /** Who asks, by the client's certificate; `''` over a socket. */
  readonly user: string;
  /** What would be made; absent where the request makes nothing, or cannot be read. */
  readonly workload?: { readonly name: string; readonly image: string };
  /** Whether the engine had been read; before, what the request leaves to it is unknown. */
  readonly engineRead: boolean;
  /** Controls that fail and do not refuse, those that a waiver accepts, and those that cannot say. */
  readonly others: {
    readonly fail: readonly string[];
    readonly waived: readonly string[];
    readonly unknown: readonly string[];
  };
  readonly tookMs: number;
}

/**
 * The message of a refused request: each reason, the worst first, and what to do about it.
 *
 * @param contact where to ask for an exemption; absent, nothing is said of it
 */
export function messageOf(
  { denials }: Pick<AdmissionDecision, 'denials'>,
  language: keyof Text,
  contact?: string,
): string {
  const { open, close, between, colon, lapsed, ask } = joints[language];
  const reasons = denials.map((denial) => {
    const { what, control, remediation } = denial;
    const by = control === undefined ? '' : `${open}${control}${close}`;
    const end = denial.lapsed === undefined ? '' : `${open}${lapsed} ${denial.lapsed}${close}`;
    const fix = remediation ? `${colon}${remediation[language]}` : '';
    return `${withoutStop(what[language])}${by}${end}${withoutStop(fix)}`;
  });
  return [...reasons, ...(contact === undefined ? [] : [`${ask}${colon}${contact}`])].join(between);
}

const withoutStop = (sentence: string): string => sentence.replace(/[.。]$/, '');

const joints = {
  en: {
    ...{ open: ' (', close: ')', between: '; ', colon: ': ' },
    lapsed: 'its exemption ended',
    ask: 'to ask for an exemption',
  },
  zh: {
    ...{ open: '（', close: '）', between: '；', colon: '：' },
    lapsed: '豁免已于此时到期',
    ask: '申请豁免',
  },
} as const;
