import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../../src/collectors/redaction/create-redactor.ts';
import {
  redactMountOptions,
  secretOptionsOf,
} from '../../../src/collectors/redaction/redact-volume-options.ts';

const redact = (o: string): string =>
  redactMountOptions(o, createRedactor(Buffer.alloc(32))).replaceAll(
    /\[redacted [0-9a-f]{16}\]/g,
    '[redacted]',
  );

describe('the options of a mount', () => {
  it.each([
    [
      'username=u,password=canary-1,addr=10.0.0.2',
      'username=[redacted],password=[redacted],addr=10.0.0.2',
    ],
    ['addr=10.0.0.2,pass=canary-1', 'addr=10.0.0.2,pass=[redacted]'],
    ['addr=nas,rw,nfsvers=4', 'addr=[redacted],rw,nfsvers=4'],
    ['password2=canary-1,ro', 'password2=[redacted],ro'],
    ['pass=canary-1 canary-2,ro', 'pass=[redacted],ro'],
    ['pass=canary-1"canary-2,ro', 'pass=[redacted],ro'],
    ['pass=canary-1,,canary-2,ro', 'pass=[redacted],ro'],
    [' password=canary-1 , ro', ' password=[redacted], ro'],
  ])('%j are kept as %j', (o, kept) => {
    expect(redact(o)).toBe(kept);
  });
  it.each(['', 'bind', 'addr=10.0.0.2,rw,nfsvers=4', 'credentials=/creds,seal', 'password='])(
    '%j are kept as they are',
    (o) => {
      expect(redact(o)).toBe(o);
    },
  );
});

describe('the options of a volume that look like secrets', () => {
  it('are those of its mount, and those of its driver', () => {
    expect(
      secretOptionsOf({ type: 'cifs', o: 'user=u,pass=canary-1', password: 'canary-2' }),
    ).toEqual([
      { option: 'pass', rule: 'secret-name' },
      { option: 'password', rule: 'secret-name' },
    ]);
  });
  it('are those that have the shape of one', () => {
    expect(secretOptionsOf({ device: '//bot:canary-1@nas/x' })).toEqual([
      { option: 'device', rule: 'url-credentials' },
    ]);
  });
  it('are none that name a file, hold nothing, or are no secret', () => {
    expect(
      secretOptionsOf({ type: 'cifs', device: '//nas/x', o: 'credentials=/creds,password=,ro' }),
    ).toEqual([]);
  });
});
