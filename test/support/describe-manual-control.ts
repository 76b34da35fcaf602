import { describe, expect, it } from 'vitest';
import type { AnyControl } from '../../src/core/controls/control.ts';
import { judge } from './judge.ts';

/** Tests a control that only a person can judge: it asks its question, in both languages, whatever the facts. */
export function describeManualControl(
  control: AnyControl,
  facts: Readonly<Record<string, unknown>>,
): void {
  describe(control.id, () => {
    it('manual: it asks its question', () => {
      const finding = judge(control, facts);
      expect(finding.status).toBe('manual');
      expect(finding.message).toEqual(control.question);
    });
    it('asks a question, and says which evidence to attach', () => {
      expect(control.question?.en).toMatch(/\?.* Attach /s);
      expect(control.question?.zh).toMatch(/？.*请附/s);
    });
    it('does not pass where nothing was read', () => {
      const gaps = [{ path: '', reason: 'denied' as const, detail: 'test' }];
      expect(judge(control, facts, { gaps }).status).toBe('manual');
    });
  });
}
