import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteCompose } from '../../../../src/collectors/compose/quoting/quote-compose.ts';

const corpus = join(import.meta.dirname, '../../../corpus/compose');
const quote = async (text: string): Promise<string | undefined> =>
  (await quoteCompose(text))?.join('\n');

describe('the lines of a Compose file', () => {
  it('are those of the file, each under its number', async () => {
    for (const name of readdirSync(corpus)) {
      const path = join(corpus, name, 'compose.yaml');
      let text: string;
      try {
        text = readFileSync(path, 'utf8');
      } catch {
        continue;
      }
      const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
      const quoted = (await quoteCompose(text)) ?? [];
      expect([name, quoted.length]).toEqual([name, lines.length]);
    }
  });

  it.each([
    ['environment:\n  DB_PASSWORD: hunter2x', 'environment:\n  DB_PASSWORD: [redacted]'],
    ['environment:\n  - DB_PASSWORD=hunter2x', 'environment:\n  - DB_PASSWORD=[redacted]'],
    ['environment: ["DB_PASSWORD=hunter2x"]', 'environment: [[redacted]]'],
    [
      'environment: {A: b, DB_PASSWORD: "hunter2x"}',
      'environment: {A: [redacted], DB_PASSWORD: [redacted]}',
    ],
    ['environment:\n  DB_PASSWORD: ${P:-hunter2x}', 'environment:\n  DB_PASSWORD: [redacted]'],
    ['environment:\n  A: ${API_TOKEN:-hunter2x}', 'environment:\n  A: [redacted]'],
    ['environment:\n  DB_PASSWORD: ${P}', 'environment:\n  DB_PASSWORD: ${P}'],
    [
      'environment:\n  A_SECRET: |\n    hunter2x\n    b\nuser: c',
      'environment:\n  A_SECRET: [redacted]\n\n\nuser: c',
    ],
    [
      'x-p: &p hunter2x\nenvironment:\n  DB_PASSWORD: *p',
      'x-p: &p [redacted]\nenvironment:\n  DB_PASSWORD: *p',
    ],
    [
      'environment:\n  CS2_RCONPW: hunter2x # (RCON password)',
      'environment:\n  CS2_RCONPW: [redacted] # [redacted]',
    ],
    ['environment:\n  GREETING: hunter2x', 'environment:\n  GREETING: [redacted]'],
    [
      'environment:\n  - GREETING=hunter2x\n  - PORT=80\n  - NAME',
      'environment:\n  - GREETING=[redacted]\n  - PORT=80\n  - NAME',
    ],
    [
      'x-e: &e\n  GREETING: hunter2x\nenvironment:\n  <<: *e\n  URL: https://h/a',
      'x-e: &e\n  GREETING: [redacted]\nenvironment:\n  <<: *e\n  URL: https://h/a',
    ],
    [
      'build:\n  args:\n    A: hunter2x\n    B: ${B:-1.2.3}',
      'build:\n  args:\n    A: [redacted]\n    B: ${B:-1.2.3}',
    ],
    ['command: [a, --password, hunter2x]', 'command: [a, --password, [redacted]]'],
    [
      'x-c: &c [a, --password, hunter2x]\ncommand: *c',
      'x-c: &c [a, --password, [redacted]]\ncommand: *c',
    ],
    ['command: a --password hunter2x', 'command: [redacted]'],
    ['command: "a --flavour hunterless"', 'command: [redacted]'],
    ["command: 'a --flavour ''hunter less'' -e MOOD=good'", 'command: [redacted]'],
    ['command: a --port 8080 --user 1000 --quiet', 'command: a --port 8080 --user 1000 --quiet'],
    ['command: sh -c "sleep 100 && exec a"', 'command: sh -c "sleep 100 && exec a"'],
    ['healthcheck: { test: "a --taste=sweet" }', 'healthcheck: { test: [redacted] }'],
    ['image: x # password: hunter2x', 'image: x # [redacted]'],
    ['secrets:\n  - db_password', 'secrets:\n  - db_password'],
    ['build:\n  args:\n    - API_KEY=hunter2x', 'build:\n  args:\n    - API_KEY=[redacted]'],
  ])('hold no secret: %s', async (lines, quoted) => {
    expect(await quote(lines)).toBe(quoted);
  });

  it('hold no value of a variable of a dev container, wherever that sets it', async () => {
    const given = `{
  // a dev container
  "containerEnv": { "K": "canary-a" },
  "remoteEnv": { "CI_JOB": "canary-b" },
  "postCreateCommand": { "x": "docker run -e T=canary-c img", "y": ["docker", "run", "-eT=canary-d"] },
  "runArgs": ["--env=T=canary-e", "-e", "T=canary-f", "--env", "U=canary-g", "-eV=canary-h", "--privileged"]
}
`.replace(/^ *\/\/.*\n/m, '');
    const shown = await quoteCompose(given);
    expect(shown?.join('\n')).not.toContain('canary');
    expect(shown?.join('\n')).toContain('--privileged');
    expect(shown).toHaveLength(6);
  });

  it('mean what they meant, so that they are quoted as they are when they are read again', async () => {
    const secret = 'hunter2xyz';
    const values = fc.constantFrom(
      secret,
      `'${secret}'`,
      `"${secret}"`,
      `"${secret} #x"`,
      `!!str ${secret}`,
      `&a ${secret}`,
      `|\n      ${secret}\n      NEXT_TOKEN: ${secret}`,
      `"${secret}\n      more"`,
      `${secret}\n      NEXT_TOKEN`,
      `{x: ${secret}, y: [b]}`,
      `[${secret}, "API_TOKEN=${secret}"]`,
      `[API_TOKEN=${secret}, NEXT_TOKEN=${secret}]`,
      `[API_TOKEN=${secret}\n      NEXT_TOKEN, b]`,
      `{API_TOKEN=${secret}: b, c: d}`,
      `https://u:${secret}@x # password: ${secret}`,
      'plain',
    );
    const entry = fc
      .tuple(
        fc.constantFrom('DB_PASSWORD', 'URL', 'command', '"api_key"', '? T_SECRET\n   '),
        values,
      )
      .map(([key, value]) => `    ${key}: ${value}`);
    const item = values.map((value) => `    - T_SECRET=${value}`);
    const service = fc.oneof(
      fc.uniqueArray(entry, { maxLength: 4 }),
      fc.uniqueArray(item, { maxLength: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(service, async (lines) => {
        const last = lines.join('').includes('&a') ? ['  DB_PASSWORD: *a'] : [];
        const quoted = await quote(['services:', '  web:', ...lines, ...last].join('\n'));
        const again = quoted === undefined ? undefined : await quote(`${quoted}\n`);
        expect(again).toBe(quoted);
      }),
      { numRuns: 2000 },
    );
  });

  it('hold no secret, wherever it stands among what else is written', async () => {
    const secret = 'hunter2xyz';
    const forms = fc.constantFrom(
      `  a: {environment: {DB_PASSWORD: ${secret}}}`,
      `  b:\n    environment:\n      - "API_TOKEN=${secret}"`,
      `  c:\n    labels: {api_key: '${secret}'}`,
      `  d:\n    command: ["x", "--token", "${secret}"]`,
      `  e:\n    build: {args: {NPM_TOKEN: ${secret}}}`,
      `  f:\n    environment:\n      URL: https://u:${secret}@x`,
      `  g:\n    healthcheck: {test: [CMD, x, --password, ${secret}]}`,
      `  # password: ${secret}`,
    );
    const others = fc.constantFrom('  y: {image: z}', '  # words', '', "  q: {image: 'a#b'}");
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.oneof(forms, others), { maxLength: 8 }), async (lines) => {
        const quoted = await quote(['services:', '  web: {image: x}', ...lines].join('\n'));
        expect(quoted).toContain('image: x');
        expect(quoted).not.toContain(secret);
      }),
      { numRuns: 100 },
    );
  });
});
