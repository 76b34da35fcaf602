import { expect, it } from 'vitest';
import { volumeEncrypted } from '../../../src/controls/volume/volume-encrypted.ts';
import { compliantVolume } from '../../fixtures/volume.ts';
import { judge } from '../../support/judge.ts';

it('asks a person, and says what to attach', () => {
  expect(judge(volumeEncrypted, compliantVolume)).toMatchObject({ status: 'manual' });
  expect(volumeEncrypted.question?.en).toMatch(/\?.*Attach/s);
  expect(volumeEncrypted.question?.zh).toMatch(/？.*请附/s);
});

it('what lies in memory alone is never at rest', () => {
  const memory = { ...compliantVolume, fileSystem: 'tmpfs' };
  expect(judge(volumeEncrypted, memory).status).toBe('not-applicable');
});
