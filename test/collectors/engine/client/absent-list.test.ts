import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { openClient } from '../../../../src/collectors/engine/client/engine-client.ts';
import { temporaryRoot } from '../../../support/temporary-root.ts';

it.each([
  ['{"Volumes":null,"Warnings":null}', { value: { items: [], left: 0 } }],
  ['{"Volumes":[{"Name":"a"}]}', { value: { items: [{ Name: 'a' }], left: 0 } }],
  ['{"Warnings":null}', { failure: { reason: 'malformed' } }],
  ['{}', { failure: { reason: 'malformed' } }],
])('an answer without the list that it should hold is none: %s', async (body, expected) => {
  const socketPath = join(temporaryRoot(), 'list.sock');
  const server = createServer((_, answer) => answer.end(body));
  await new Promise<void>((done) => server.listen(socketPath, done));
  onTestFinished(() => void server.close());
  const client = await openClient(
    { id: 'unix', transport: { kind: 'unix', socketPath } },
    { requestTimeout: 5_000, timeout: 5_000, clean: (text) => text },
  );
  onTestFinished(() => client.close());
  const item = z.object({ Name: z.string() });
  expect(
    await client.list((docker) => docker.listVolumes(), { member: 'Volumes', item, most: 10 }),
  ).toMatchObject(expected);
});
