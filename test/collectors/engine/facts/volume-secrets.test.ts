import { describe, expect, it } from 'vitest';
import { rawVolume } from '../../../../src/collectors/engine/api-schemas/volume.ts';
import { volumeFacts } from '../../../../src/collectors/engine/facts/objects/volume.ts';
import { volumeSecretsOf } from '../../../../src/collectors/engine/facts/workload/mounts.ts';
import { serviceVolumeSecrets } from '../../../../src/collectors/engine/facts/workload/service-parts.ts';
import { isMissing, missing } from '../../../../src/collectors/gathering/partial-facts.ts';
import { createRedactor } from '../../../../src/collectors/redaction/create-redactor.ts';
import { text } from '../../../../src/core/text.ts';

const Options = {
  type: 'cifs',
  device: '//bot:canary-1@nas/x',
  o: 'addr=10.0.0.2,username=u,password=canary-2 canary-3',
};
const share = rawVolume.parse({ Name: 'share', Driver: 'local', Scope: 'local', Options });
const data = rawVolume.parse({ Name: 'data', Driver: 'local', Scope: 'local' });
const volumes = new Map([share, data].map((volume) => [volume.Name, volume]));
const mounted = (Name: string, Type = 'volume') => ({
  Mounts: [
    { Type, Name, Source: '', Destination: '/x', Driver: 'local', RW: true, Propagation: '' },
  ],
});
const found = [
  { volume: 'share', option: 'device', rule: 'url-credentials' },
  { volume: 'share', option: 'password', rule: 'secret-name' },
];

describe('a secret among the options of a volume', () => {
  it('is in nothing that is kept of the volume', () => {
    const facts = volumeFacts(share, {
      followLinks: (path) => path,
      usedBy: [],
      redactor: createRedactor(Buffer.alloc(32)),
    });
    expect(facts).toMatchObject({
      device: '//bot:[redacted]@nas/x',
      mountOptions: expect.stringMatching(
        /^addr=10\.0\.0\.2,username=\[redacted [0-9a-f]{16}\],password=\[redacted [0-9a-f]{16}\]$/,
      ) as string,
    });
    expect(JSON.stringify(facts)).not.toContain('canary');
  });

  it('is told of the container that mounts it', () => {
    expect(volumeSecretsOf(mounted('share'), { volumes })).toEqual({ secretVolumeOptions: found });
    expect(volumeSecretsOf(mounted('data'), { volumes })).toEqual({});
    expect(volumeSecretsOf(mounted('share', 'bind'), { volumes })).toEqual({});
  });

  it('is told of the service whose mounts make it', () => {
    const Mounts = [
      {
        ...{ Type: 'volume', Source: 'share', Target: '/x', ReadOnly: false },
        VolumeOptions: { DriverConfig: { Name: 'local', Options } },
      },
      { Type: 'volume', Source: 'data', Target: '/y', ReadOnly: false },
    ];
    const spec = { Mounts } as Parameters<typeof serviceVolumeSecrets>[0];
    expect(serviceVolumeSecrets(spec)).toEqual({ secretVolumeOptions: found });
  });

  it('is not known where the volume was not read', () => {
    const denied = missing({ reason: 'denied', detail: text('no', '否') });
    expect(
      isMissing(volumeSecretsOf(mounted('share'), { volumes: denied }).secretVolumeOptions),
    ).toBe(true);
    expect(volumeSecretsOf(mounted('other'), { volumes }).secretVolumeOptions).toHaveLength(1);
    expect(volumeSecretsOf({ Mounts: [] }, { volumes: denied })).toEqual({});
  });
});
