import { PlimsollError } from '../../core/errors.ts';
import type { GapReason } from '../../core/facts/gap.ts';

const ofCodes: Partial<Record<PlimsollError['code'], GapReason>> = {
  'engine-denied': 'denied',
  'file-denied': 'denied',
  'engine-timeout': 'timeout',
  'scan-aborted': 'timeout',
  'engine-malformed': 'malformed',
  'archive-invalid': 'malformed',
  'registry-denied': 'denied',
  'registry-invalid': 'malformed',
  'archive-too-large': 'unsupported',
  'compose-invalid': 'malformed',
  'scan-report-invalid': 'malformed',
};

const ofNames: Partial<Record<string, GapReason>> = {
  EACCES: 'denied',
  EPERM: 'denied',
  AbortError: 'timeout',
  TimeoutError: 'timeout',
};

/** Why something could not be read, judged by the error that reading it threw. */
export function failureReason(cause: unknown): GapReason {
  if (cause instanceof PlimsollError) return ofCodes[cause.code] ?? 'unavailable';
  if (!(cause instanceof Error)) return 'unavailable';
  const code = 'code' in cause ? String(cause.code) : '';
  return ofNames[code] ?? ofNames[cause.name] ?? 'unavailable';
}
