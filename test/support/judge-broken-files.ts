import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { assess, builtin, PlimsollError, tool } from 'plimsoll';
import { collect } from 'plimsoll/collect';

/**
 * Breaks a file in many ways, and has each collected and judged: `judge-broken-files.ts compose|dockerfile RUNS SEED`.
 * Prints what came of it as JSON. It is a process of its own, so that its memory can be limited,
 * and works with what was built, which loads in no time.
 */

const whole = {
  compose: `x-common: &common {restart: always, labels: {a: "1"}}
services:
  web:
    <<: *common
    image: "\${REGISTRY:-r.example}/web:\${TAG:?give a tag}"
    entrypoint: [sh, -c, "exec /usr/sbin/sshd -D"]
    ports: ["80:80", {target: 1, published: "8080"}]
    volumes: [./a:/a, {type: tmpfs, target: /t}, data:/data]
    environment: [A=1, "B=\${C}"]
    extends: {service: base}
    deploy: {resources: {limits: {memory: 1g}}}
    volumes_from: [base, "container:x"]
  base: {image: b, healthcheck: {test: x, interval: 1m30s}, networks: [n]}
networks: {n: {internal: true}}
volumes: {data: {}}
`,
  dockerfile: `# syntax=docker/dockerfile:1
ARG V=1
FROM debian:\${V:-12} AS build
RUN --mount=type=cache,target=/x apt-get update && apt-get install -y curl | sh -c "a \\
  # comment
  b"
ENV A=1 B="two words" C=\${A:+x}
FROM build
COPY --from=build --chmod=777 <<E /etc/x
text
E
ADD https://x.example/a.tar /a
EXPOSE 22/tcp 80
HEALTHCHECK --interval=5s CMD ["x", "y"]
USER app
CMD ["env", "sshd", "-D"]
`,
};

type Edit = (text: string) => string;

const place = fc.nat(1200);
const tokens = [
  ...['', ':', '{', ']', '*common', '&common ', '!reset ', '- ', '"', "'", '$', '${', '\t', '\n'],
  ...['<<: ', 'null', '\u0000', '\ud800', '\\', '<<E\n', '# escape=`\n', 'FROM a\n', '9e999'],
];
const openers = [
  '[',
  '{a: ',
  '- ',
  '? ',
  '"${A:-',
  '${A:-',
  '$(',
  '(',
  '{',
  '`',
  'sh -c "',
  'env ',
];

const put = (text: string, at: number, what: string, cut = 0): string =>
  text.slice(0, at) + what + text.slice(at + cut);

const edit = fc.oneof(
  fc.tuple(place, fc.nat(40), fc.constantFrom(...tokens)).map(
    ([at, cut, token]): Edit =>
      (text) =>
        put(text, at, token, cut),
  ),
  // Keys and lines that stand there twice, or a thousand times.
  fc.tuple(place, fc.nat(60), fc.constantFrom(1, 2, 1000)).map(
    ([at, length, times]): Edit =>
      (text) =>
        put(text, at, text.slice(at, at + length).repeat(times)),
  ),
  fc.tuple(place, fc.constantFrom(...openers), fc.constantFrom(3, 200, 20_000)).map(
    ([at, opener, depth]): Edit =>
      (text) =>
        put(text, at, opener.repeat(depth)),
  ),
  // Blocks in blocks, each a blank further in.
  fc.tuple(fc.constantFrom('a:\n', '-\n'), fc.constantFrom(20, 1000)).map(
    ([what, depth]): Edit =>
      (text) =>
        text + Array.from({ length: depth }, (_, at) => ' '.repeat(at) + what).join(''),
  ),
  fc
    .tuple(place, fc.constantFrom('a', '9', ' ', '"', '\\', 'é'), fc.constantFrom(300, 200_000))
    .map(
      ([at, char, count]): Edit =>
        (text) =>
          put(text, at, char.repeat(count)),
    ),
);

const [kind, runs, seed] = process.argv.slice(2);
const compose = kind === 'compose';
const sample = whole[compose ? 'compose' : 'dockerfile'];
const folder = mkdtempSync(join(tmpdir(), 'plimsoll-broken-'));
const name = compose ? 'compose.yaml' : 'Dockerfile';
const said = { files: 0, judged: 0, refused: 0, slowest: 0 };

async function judge(text: string): Promise<void> {
  writeFileSync(join(folder, name), text);
  const before = process.cpuUsage();
  const { snapshot, failures } = await collect({
    targets: [
      compose
        ? { kind: 'compose', files: [name] }
        : { kind: 'dockerfile', path: join(folder, name) },
    ],
    now: new Date('2026-11-24T12:00:00Z'),
    env: {},
    home: '/root',
    cwd: folder,
  });
  const stranger = failures.find(({ error }) => !(error instanceof PlimsollError));
  if (stranger) throw new Error('It was refused by another error.', { cause: stranger.error });
  const { findings } = assess(snapshot, { catalog: builtin, tool });
  const broken = findings.find(({ status }) => status === 'error');
  if (broken) throw new Error(`${broken.controlId}: ${broken.message?.en ?? ''}`);
  const { user, system } = process.cpuUsage(before);
  said.files += 1;
  said[failures.length > 0 ? 'refused' : 'judged'] += 1;
  said.slowest = Math.max(said.slowest, (user + system) / 1e6);
}

try {
  // What loads with the first file is not time that a file took.
  await judge(sample);
  Object.assign(said, { files: 0, judged: 0, refused: 0, slowest: 0 });
  const found = await fc.check(
    fc.asyncProperty(fc.array(edit, { maxLength: 3 }), async (edits) => {
      await judge(edits.reduce((text, next) => next(text), sample));
    }),
    { numRuns: Number(runs), seed: Number(seed), endOnFailure: true },
  );
  const error = found.errorInstance;
  const stranger = error instanceof Error ? (error.stack ?? error.message).slice(0, 2000) : null;
  process.stdout.write(JSON.stringify({ ...said, stranger, failed: found.failed }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
