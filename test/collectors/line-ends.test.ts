import { join } from 'node:path';
import { expect, it } from 'vitest';
import { collectCompose } from '../../src/collectors/compose/collect-compose.ts';
import { collectDockerfile } from '../../src/collectors/dockerfile/collect-dockerfile.ts';
import { readDotenv } from '../../src/syntax/compose/reading/dotenv.ts';
import { readRawVariables } from '../../src/syntax/compose/reading/raw-variables.ts';
import { temporaryRoot } from '../support/temporary-root.ts';

const files = {
  Dockerfile: `# syntax=docker/dockerfile:1
# escape=\\
FROM debian:12 AS build
ARG VERSION=1
RUN apt-get update && \\
    apt-get install -y \\
    # a comment within
    curl
RUN <<EOT
useradd app
echo "$VERSION"
EOT
FROM scratch
COPY --from=build /bin/app \\
  /bin/app
USER app
HEALTHCHECK CMD ["/bin/app", "check"]
`,
  '.dockerignore': '*.key\n!public.key\n',
  'server.key': '',
  'id_rsa.pem': '',
  '.env': 'TAG=1.2\nUSER_NAME="ann"\n',
  'compose.yaml': `name: shop
services:
  web:
    image: web:\${TAG}
    user: \${USER_NAME}
    command: |
      first
      second
    env_file: web.env
    volumes:
      - C:\\data:/data
      - ./x:/x:ro
`,
  'web.env': "# who\nA=1\nexport B=two # said\nC='three'\n",
};

/** The same files with the line ends of Windows. */
const asOnWindows = Object.fromEntries(
  Object.entries(files).map(([name, text]) => [name, text.replaceAll('\n', '\r\n')]),
);

async function read(written: Readonly<Record<string, string>>) {
  const cwd = temporaryRoot(written);
  const fingerprintKey = Buffer.alloc(32, 1);
  const [built, composed] = await Promise.all([
    collectDockerfile('Dockerfile', { cwd, fingerprintKey }),
    collectCompose({
      files: ['compose.yaml'],
      cwd,
      env: {},
      home: join(cwd, 'home'),
      fingerprintKey,
    }),
  ]);
  return JSON.parse(
    JSON.stringify([built.subjects, built.gaps, composed.subjects, composed.gaps]).replaceAll(
      cwd,
      '',
    ),
  ) as unknown;
}

it('a Dockerfile, its ignore file, a Compose file and variables say the same with either line end', async () => {
  const unix = await read(files);
  expect(JSON.stringify(unix)).toContain('web:1.2');
  expect(await read(asOnWindows)).toEqual(unix);
});

it.each([
  ['variables', (text: string) => readDotenv(text, '.env', new Map())],
  ['raw variables', (text: string) => readRawVariables(text, '.env')],
])('%s have no end of line in them', (_, parse) => {
  const text = 'A=1\n\n# said\nB=two words\nC=\nD\n';
  const values = (written: string) => parse(written).map(({ name, value }) => [name, value]);
  expect(values(text.replaceAll('\n', '\r\n'))).toEqual(values(text));
  expect(values(text)).toHaveLength(4);
});
