import type { Dockerfile } from '../../core/subjects/dockerfile.ts';
import { listCommands } from '../../syntax/shell/command-list.ts';
import { parseShell } from '../../syntax/shell/parse-shell.ts';

const inFirst = { stage: 0, final: false, trigger: false };
const inLast = { stage: 1, final: true, trigger: false };

/** One RUN of the last stage; `rest` says what is different about it. */
export const runOf = (
  script: string,
  rest: Partial<Dockerfile['runs'][number]> = {},
): Dockerfile['runs'][number] => ({
  ...inLast,
  script,
  commands: listCommands(parseShell(script, { dialect: 'sh' }).tree),
  secretRules: [],
  shell: 'sh',
  folder: null,
  network: 'default',
  insecure: false,
  mounts: [],
  ...rest,
});

const startOf = (words: readonly string[]) => ({
  trigger: false,
  words: [...words],
  commands: listCommands(parseShell(words.join(' '), { dialect: 'sh' }).tree),
});

/** A Dockerfile of two stages that complies with every control of its kind. */
export const compliantDockerfile: Dockerfile = {
  path: 'Dockerfile',
  frontend: 'docker/dockerfile:1',
  stages: [
    { name: 'build', from: 'image', final: false },
    { name: null, from: 'image', final: true },
  ],
  images: [
    { reference: 'debian:13.1-slim', spelled: 'debian:13.1-slim', use: 'base', ...inFirst },
    { reference: 'debian:13.1-slim', spelled: 'debian:13.1-slim', use: 'base', ...inLast },
  ],
  user: '10001:10001',
  healthCheck: {
    state: 'set',
    test: ['CMD', 'curl', '-f', 'http://localhost:8080/'],
    intervalSeconds: null,
  },
  exposed: [{ port: '8080/tcp', final: true }],
  command: ['/app'],
  starts: [
    { ...startOf(['/app']), by: 'command' },
    { ...startOf(['curl', '-f', 'http://localhost:8080/']), by: 'healthCheck' },
  ],
  secretCommands: [],
  variables: [
    {
      name: 'VERSION',
      secret: false,
      rule: null,
      fingerprint: null,
      instruction: 'ARG',
      value: '13.1',
      class: 'number',
      verificationOff: false,
      ...inFirst,
    },
    {
      name: 'MODE',
      secret: false,
      rule: null,
      fingerprint: null,
      instruction: 'ENV',
      value: 'production',
      class: 'switch',
      verificationOff: false,
      ...inLast,
    },
  ],
  labels: { 'org.opencontainers.image.source': 'https://example.org/shop/web' },
  secretLabels: [],
  runs: [
    runOf('apt-get update && apt-get install -y --no-install-recommends gcc=4:14.2.0-1', {
      ...inFirst,
      line: 4,
    }),
    runOf('gcc -o /app /src/main.c', { ...inFirst, line: 6 }),
    runOf('apt-get update && apt-get install -y curl=8.14.1-2 && rm -rf /var/lib/apt/lists/*', {
      line: 10,
    }),
  ],
  copies: [
    {
      ...inFirst,
      line: 5,
      instruction: 'COPY',
      sources: ['src'],
      destination: '/src',
      folder: null,
      from: null,
      mode: null,
      checksum: null,
      secretRules: [],
      rootOfScratch: false,
    },
    {
      ...inLast,
      line: 11,
      instruction: 'COPY',
      sources: ['/app'],
      destination: '/app',
      folder: null,
      from: 'build',
      mode: '0755',
      checksum: null,
      secretRules: [],
      rootOfScratch: false,
    },
  ],
  workingDirectories: [],
  replaced: [],
  deprecated: [],
  context: { ignoreFile: '.dockerignore', secrets: [] },
  waivers: [],
};
