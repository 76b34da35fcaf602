import { describe, expect, it } from 'vitest';
import { swarmBackupRestored } from '../../../src/controls/swarm/swarm-backup-restored.ts';
import { swarmJoinTokenRotated } from '../../../src/controls/swarm/swarm-join-token-rotated.ts';
import { swarmUnlockKeyRotated } from '../../../src/controls/swarm/swarm-unlock-key-rotated.ts';
import { compliantSwarm } from '../../fixtures/swarm.ts';
import { judge } from '../../support/judge.ts';

describe.each([swarmBackupRestored, swarmJoinTokenRotated, swarmUnlockKeyRotated])(
  '$id',
  (control) => {
    it('asks a person, and says what to attach', () => {
      expect(judge(control, compliantSwarm)).toMatchObject({ status: 'manual' });
      expect(control.question?.en).toMatch(/\?.*Attach/s);
      expect(control.question?.zh).toMatch(/？.*请附/s);
    });
  },
);

it('where managers do not lock, there is no key to rotate', () => {
  const finding = judge(swarmUnlockKeyRotated, { ...compliantSwarm, autoLock: false });
  expect(finding.status).toBe('not-applicable');
});
