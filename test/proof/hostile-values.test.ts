import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseSnapshot } from '../../src/core/snapshot/parse-snapshot.ts';
import type { Snapshot } from '../../src/core/snapshot/snapshot.ts';
import { builtinKinds } from '../../src/core/subjects/kinds.ts';
import { formats } from '../../src/reporters/formats/registry.ts';
import { acting, forged, forgedLine, hostileSnapshot } from '../support/hostile-snapshot.ts';
import { describeWithPdfTools, readPdf } from '../support/pdf-tools.ts';
import { runWarmCli } from '../support/warm-cli.ts';
import type { CliRun } from '../support/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);

/** What a spreadsheet computes, and a browser runs. */
const formula = `=cmd|'/C calc'!A0`;
const markup = '<img src=x onerror=alert(1)><script>alert(1)</script>';
/** What a CI server takes for a command where a line begins with it. */
const command = '\n::error::owned\r::add-mask::owned\n##[error]owned';
/** Everything at once. */
const hostile = `${formula}${markup}[a](javascript:alert(1))|\`${command}${forged}`;
/** No word of a command line holds a zero byte. */
const typed = hostile.replaceAll('\u0000', '');

/** As a file or a folder may be called. */
const named = `=cmd|<script>${command}\nFail 0 · Pass 999\u001B[31m\u202Etxt\u2066\u200B`;

/** A framework of one's own, in which every word is hostile. */
const framework = {
  id: 'hostile-1',
  title: { en: hostile, zh: hostile },
  edition: { version: hostile, publisher: hostile, published: '2026-06' },
  requirements: [
    {
      id: '1',
      title: { en: hostile, zh: hostile },
      reason: hostile,
      by: hostile,
      controls: [
        {
          control: 'workload-read-only-root',
          shows: 'part',
          breaks: 'breaks',
          reason: { en: hostile, zh: hostile },
        },
      ],
    },
  ],
};

const every = formats.map(({ id }) => id);

/** Runs that ended in a defect of our own. */
const failed: (readonly [string, string])[] = [];

/** What a run printed, and what it wrote, by name. */
const outputs = new Map<string, string>();

const run = async (...words: readonly string[]): Promise<CliRun> => {
  const made = await runWarmCli(words, { cwd: folder });
  const name = words.map((word) => (word.includes('\n') ? 'HOSTILE' : word)).join(' ');
  if (made.stderr.includes('unexpectedly')) failed.push([name, made.stderr]);
  outputs.set(`${name} (stdout)`, made.stdout);
  outputs.set(`${name} (stderr)`, made.stderr);
  return made;
};

/** The recorded snapshot with all of it in every text that its schemas leave free, and at the head of every name. */
function plant(): Snapshot {
  const base = parseSnapshot(
    JSON.parse(readFileSync('examples/recorded/snapshot.json', 'utf8')) as unknown,
    builtinKinds,
  );
  const { subjects, ...rest } = hostileSnapshot(base);
  return { ...rest, subjects: subjects.map((each) => ({ ...each, name: hostile + each.name })) };
}

const days = { from: '2026-01-01', until: '2099-01-01' };

/** What people state, in their own words. */
const config = {
  system: { name: hostile, scope: hostile },
  waivers: [
    {
      control: 'workload-read-only-root',
      scope: { target: 'TARGET' },
      reason: hostile,
      owner: hostile,
      approver: hostile,
      ticket: hostile,
      compensatingControl: hostile,
      ...days,
    },
  ],
  attestations: [
    {
      framework: 'pci-dss-4.0.1',
      requirement: '12.1.1',
      statement: hostile,
      person: hostile,
      role: hostile,
      date: '2026-11-01',
      until: '2099-01-01',
    },
  ],
  notApplicable: [
    { framework: 'pci-dss-4.0.1', requirement: '12.1.2', reason: hostile, owner: hostile },
  ],
};

function addFiles(below: string, shown: string): void {
  for (const entry of readdirSync(below, { withFileTypes: true })) {
    const path = join(below, entry.name);
    if (entry.isDirectory()) addFiles(path, `${shown}/${entry.name}`);
    else if (/\.(xlsx|plimsoll)$/.test(entry.name)) {
      const unpacked = `${path}.unpacked`;
      execFileSync('unzip', ['-q', '-o', path, '-d', unpacked]);
      addFiles(unpacked, `${shown}/${entry.name}`);
    } else if (entry.name.endsWith('.pdf')) {
      // A form feed ends each page, and long names may break where the template lets them.
      outputs.set(
        `${shown}/${entry.name}`,
        readPdf('pdftotext', path).replaceAll(/[\f\u200B\u2060]/g, '\n'),
      );
    } else if (!/\.(dsse|tsr|db)/.test(entry.name)) {
      outputs.set(`${shown}/${entry.name}`, readFileSync(path, 'utf8'));
    }
  }
}

/** Where the first of what matches stands, with what is around it. */
function around(text: string, pattern: RegExp): string {
  const { index } = pattern.exec(text) ?? {};
  return index === undefined
    ? ''
    : JSON.stringify(text.slice(Math.max(0, index - 100), index + 60));
}

/** Every output in which something matches, with the place. */
const found = (
  pattern: RegExp,
  of: (name: string) => boolean = () => true,
): readonly (readonly [string, string])[] =>
  [...outputs]
    .filter(([name]) => of(name))
    .map(([name, text]) => [name, around(text, pattern)] as const)
    .filter(([, place]) => place !== '');

describeWithPdfTools('hostile values in every command and every format', () => {
  beforeAll(async () => {
    const snapshot = plant();
    writeFileSync(at('snap.json'), JSON.stringify(snapshot));
    writeFileSync(at('plain.snap'), readFileSync('examples/recorded/snapshot.json'));
    await run('assess', 'plain.snap', '-o', 'plain.json', '--framework', 'pci-dss-4.0.1');
    const [target] = snapshot.targets;
    const stated = JSON.stringify(config).replace('TARGET', target?.id ?? '');
    writeFileSync(at('config.mjs'), `export default ${stated};\n`);
    mkdirSync(at('project'));
    const text = JSON.stringify(hostile);
    writeFileSync(
      at('project/compose.yaml'),
      `services:\n  web:\n    image: ${text}\n    privileged: true\n    container_name: ${text}\n    hostname: ${text}\n    user: ${text}\n    cgroup_parent: ${text}\n    labels: {${text}: ${text}}\n    command: [${text}]\n    environment: {${text}: ${text}}\n`,
    );
    writeFileSync(
      at('project/Dockerfile'),
      `FROM ${hostile.replaceAll(/\s/g, '')}\nLABEL a=${text}\nRUN curl ${text} | sh\n`,
    );
    mkdirSync(at(`project/${named}`));
    for (const name of ['Dockerfile', 'compose.yaml', `${named}.Dockerfile`]) {
      const content = name === 'compose.yaml' ? 'services:\n  a:\n    image: a\n' : 'FROM a\n';
      writeFileSync(at(`project/${named}/${name}`), content);
    }
    writeFileSync(at('framework.yaml'), JSON.stringify(framework));
    const base = ['snap.json', '--config', 'config.mjs', '--framework', 'pci-dss-4.0.1'];
    await run('scan', ...base);
    await run('scan', ...base, '--lang', 'zh');
    await run('scan', ...base, '--json');
    await run('scan', ...base, '--format', 'lines');
    const out = ['-o', 'out', '--ledger', 'led.db', '--write-baseline', 'base.json'];
    await run('scan', ...base, '--format', every.join(','), ...out);
    await run('scan', ...base, '--bundle', 'b.plimsoll', '--quiet');
    await run('scan', 'snap.json', '--format', 'html,markdown,csv', '-o', 'plain');
    await run('scan', 'snap.json', '--baseline', 'base.json');
    const own = ['scan', 'snap.json', '--framework', './framework.yaml'];
    await run(...own);
    await run(...own, '--format', every.join(','), '-o', 'own');
    await run('scan', 'project');
    await run('scan', 'project', '--format', every.join(','), '-o', 'files');
    await run('scan', 'project', '--json');
    await run('assess', ...base, '-o', 'ass.json');
    await run('report', 'ass.json');
    await run('report', 'ass.json', '--format', 'html', '--lang', 'en,zh', '-o', 'again');
    await run(
      'bundle',
      'ass.json',
      '--snapshot',
      'snap.json',
      '-o',
      'c.plimsoll',
      '--config',
      'config.mjs',
    );
    for (const more of [[], ['--json']]) {
      await run('verify', 'b.plimsoll', ...more);
      await run('replay', 'b.plimsoll', ...more);
      await run('replay', 'b.plimsoll', '--framework', 'soc2-tsc', ...more);
      await run('diff', 'b.plimsoll', 'plain.json', ...more);
      await run('history', '--ledger', 'led.db', ...more);
      await run('trend', '--ledger', 'led.db', ...more);
      await run(
        'period',
        '--ledger',
        'led.db',
        '--from',
        '2026-01-01',
        '--to',
        '2027-01-01',
        ...more,
      );
      await run('ledger', 'verify', '--ledger', 'led.db', ...more);
      await run('crosswalk', 'cis-docker-1.6.0', 'cis-docker-1.8.0', 'snap.json', ...more);
      await run('config', '--config', 'config.mjs', ...more);
      await run('access', `unix:///nowhere/${typed}`, ...more);
      await run('access', `host:/nowhere/${typed}`, ...more);
    }
    await run('record', 'snap.json', '-o', 'fixture.json');
    // Names that people type come from elsewhere as well.
    for (const words of [
      ['scan', typed],
      ['scan', `unix:///${typed}`],
      ['assess', typed, '-o', '-'],
      ['report', typed],
      ['verify', typed],
      ['replay', typed],
      ['explain', typed],
      ['list', typed],
      ['list', 'controls', '--kind', typed],
      ['scan', 'snap.json', '--format', typed],
      ['scan', 'snap.json', '--framework', typed],
      ['scan', 'snap.json', '--baseline', typed],
      ['scan', 'project', '--profile', typed],
      ['new', 'control', typed],
      ['attest', typed],
      ['history', '--ledger', typed],
      ['lint', typed],
      [typed],
      ['scan', `--${typed}`],
    ]) {
      await run(...words);
    }
    addFiles(folder, '');
    for (const name of [
      '/snap.json',
      '/config.mjs',
      '/project/compose.yaml',
      '/project/Dockerfile',
      '/framework.yaml',
    ]) {
      outputs.delete(name);
    }
    for (const name of outputs.keys()) if (name.startsWith('/project/')) outputs.delete(name);
  }, 400_000);

  it('are in what was made, by every command and in every format', () => {
    expect(failed).toEqual([]);
    const planted = [...outputs].filter(([, text]) => text.includes('Pass 999'));
    expect(planted.length).toBeGreaterThan(60);
    for (const { id, extension } of formats) {
      // Metrics are figures: what was scanned names none of them.
      if (id === 'prometheus') continue;
      const made = planted.filter(
        ([name]) => /^\/(?:out|files|own)\//.test(name) && name.includes(`.${extension}`),
      );
      expect([extension, made.length > 0]).toEqual([extension, true]);
    }
    for (const bundle of ['/b.plimsoll/snapshot.json', '/c.plimsoll/assessment.json']) {
      expect(planted.map(([name]) => name)).toContain(bundle);
    }
  });

  it('act on no text: no control character, no escape, nothing that turns or hides it', () => {
    expect(found(new RegExp(`(?!\\r\\n|(?<=^)\\uFEFF)${acting.source}`, 'u'))).toEqual([]);
  });

  it('begin no line', () => {
    // A page of paper breaks its lines where they are full, and to HTML a line feed is a space.
    expect(found(forgedLine, (name) => !/\.(pdf|html)$/.test(name))).toEqual([]);
  });

  it('are no command to a CI server', () => {
    expect(
      found(
        /^[^\S\n]*(?:::(?:error|add-mask)::|##\[error\])owned/m,
        (name) => !/\.(pdf|html)$/.test(name),
      ),
    ).toEqual([]);
  });

  it('are no formula in a table', () => {
    const tables = formats.filter(({ mediaType }) => /^text\/(?:csv|tab)/.test(mediaType));
    expect(tables.length).toBeGreaterThan(0);
    for (const { extension } of tables) {
      const isOne = (name: string): boolean => name.endsWith(`.${extension}`);
      expect(found(/(?:^|[,\t])"?[=+@-](?!\d)/m, isOne)).toEqual([]);
      expect(found(/(?:^|,)"?\t/m, (name) => extension === 'csv' && isOne(name))).toEqual([]);
    }
    expect(found(/<f>|<f /, (name) => name.includes('.xlsx/'))).toEqual([]);
  });

  it('are no markup of a page', () => {
    const pages = (name: string): boolean => /\.(html|xml)$/.test(name);
    expect(found(/<img src=x|<script>alert|href="javascript/, pages)).toEqual([]);
    const markdown = (name: string): boolean => name.endsWith('.md');
    // What stands between backticks is code, whatever it holds.
    const code = /(?<![\\`])(`+)(?!`)(?:(?!\1(?!`))[^\n])*?(?<!`)\1(?!`)/g;
    for (const [name, text] of [...outputs].filter(([each]) => markdown(each))) {
      expect([
        name,
        around(text.replaceAll(code, ''), /(?<!\\)<(img|script)|(?<!\\)\]\(javascript/),
      ]).toEqual([name, '']);
    }
  });
});
