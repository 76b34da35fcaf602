import { expect, it } from 'vitest';
import { engineBackup } from '../../../src/controls/engine/engine-backup.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { judge } from '../../support/judge.ts';

it('engine-backup asks a person, and says what to attach', () => {
  const { status, message } = judge(engineBackup, compliantEngine);
  expect(status).toBe('manual');
  expect(message.en).toContain('Attach');
  expect(message.zh).toContain('请附');
});
