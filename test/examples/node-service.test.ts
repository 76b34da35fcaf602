import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serve } from '../../examples/node-service/service.ts';

const snapshot = fileURLToPath(new URL('../../examples/recorded/snapshot.json', import.meta.url));
const server = serve(snapshot);
let address = '';

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server on TCP has a port.
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

it('answers with what failed and where it was read', async () => {
  const answer = await fetch(`${address}/failures`);
  const body: unknown = await answer.json();
  expect(body).toMatchObject({
    failures: expect.arrayContaining([
      expect.objectContaining({
        controlId: 'workload-not-privileged',
        subject: 'ci-runner',
        read: [expect.objectContaining({ kind: 'api', pointer: '/HostConfig/Privileged' })],
      }),
    ]) as unknown,
  });
});

it('knows no other page', async () => {
  expect((await fetch(`${address}/`)).status).toBe(404);
});
