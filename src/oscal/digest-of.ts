import { createHash } from 'node:crypto';
import type { Assessment } from '../core/assessment/assessment.ts';

/** Tells one assessment from another: all that it says but the findings, which follow from the rest and the time. */
export const digestOf = ({ findings: _, ...rest }: Assessment): string =>
  createHash('sha256').update(JSON.stringify(rest)).digest('hex');
