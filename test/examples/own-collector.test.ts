import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseAssessment } from '../../src/core/assessment/parse-assessment.ts';
import { runCli } from '../support/cli.ts';

const cwd = fileURLToPath(new URL('../../examples/own-collector/', import.meta.url));
/** Asks for a login, but lists its repositories to anybody. */
const server: Server = createServer(({ url, method }, response) => {
  asked.push(`${method} ${url}`);
  if (url === '/v2/_catalog') {
    response.end('{"repositories":["shop"]}');
    return;
  }
  response.writeHead(401, { 'www-authenticate': 'Bearer realm="https://auth.example.org"' });
  response.end();
});
const asked: string[] = [];
let address = '';

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server on TCP has a port.
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

async function scan(registry: string) {
  const run = await runCli(['scan', `registry:${registry}`, '--json'], {
    cwd,
    env: { REGISTRY: registry },
  });
  const assessment = run.stdout === '' ? undefined : parseAssessment(JSON.parse(run.stdout));
  const own = ['registry-uses-tls', 'registry-wants-login'];
  const findings = assessment?.findings.filter(({ controlId }) => own.includes(controlId));
  return { ...run, assessment, findings };
}

it('judges a registry by what it answers, with where that was read', async () => {
  const { status, findings } = await scan(address);
  expect(status).toBe(1);
  expect(findings).toMatchObject([
    { controlId: 'registry-uses-tls', status: 'fail', subject: { kind: 'registry', id: address } },
    {
      controlId: 'registry-wants-login',
      status: 'fail',
      message: { en: 'Anybody may list it' },
      observations: [
        { path: '/anonymous', value: false, source: { kind: 'probe', what: 'GET /v2/' } },
        {
          path: '/catalogPublic',
          value: true,
          source: { kind: 'probe', what: 'GET /v2/_catalog' },
        },
      ],
    },
  ]);
  expect(asked.toSorted()).toEqual(['GET /v2/', 'GET /v2/_catalog']);
});

it('passes nothing on a registry that does not answer', async () => {
  const { status, stderr, findings, assessment } = await scan('http://127.0.0.1:1');
  expect(status).toBe(2);
  expect(stderr).toContain('collector-failed');
  expect(findings?.map((finding) => finding.status)).toEqual(['unknown', 'unknown']);
  expect(assessment?.gaps).toMatchObject([{ kind: 'registry', reason: 'unavailable' }]);
});
