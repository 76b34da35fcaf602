import type { Severity } from '../core/controls/severity.ts';
import type { Text } from '../core/text.ts';

/**
 * Why a request is refused, or would be: a `control` fails, or cannot say (`unknown`); it has `no-body`; its keys are
 * `ambiguous`; it is `unreadable`; it writes to plugins (`plugin-write`); or it took too long to judge (`late`).
 */
export type DenialCode =
  | 'control'
  | 'unknown'
  | 'no-body'
  | 'ambiguous'
  | 'unreadable'
  | 'plugin-write'
  | 'late';

/** One reason to refuse a request. */
export interface Denial {
  readonly code: DenialCode;
  /** What is wrong. */
  readonly what: Text;
  /** What to do about it; absent where nothing helps. */
  readonly remediation?: Text;
  /** Where a control decided. */
  readonly control?: string;
  readonly severity?: Severity;
}

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

/** The message of a refused request: each reason, the worst first, and what to do about it. */
export function messageOf(
  { denials }: Pick<AdmissionDecision, 'denials'>,
  language: keyof Text,
): string {
  const [open, close, between] = language === 'zh' ? ['（', '）', '；'] : [' (', ')', '; '];
  return denials
    .map(({ what, control, remediation }) => {
      const by = control === undefined ? '' : `${open}${control}${close}`;
      const fix = remediation ? `${language === 'zh' ? '：' : ': '}${remediation[language]}` : '';
      return `${what[language].replace(/[.。]$/, '')}${by}${fix.replace(/[.。]$/, '')}`;
    })
    .join(between);
}
