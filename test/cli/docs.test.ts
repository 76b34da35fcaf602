import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runWarmCli } from '../support/warm-cli.ts';
import { projects, words } from '../support/write-project.ts';

const write = projects();

/** A configuration with a control of its own, and one that is tailored. */
const config = (max: number, check: string, more = ''): string => `
import { builtin, defineControl, definePlimsollConfig, extendCatalog, workload } from 'plimsoll';
const own = defineControl({
  id: 'acme-own', subject: workload, ${words}
  check: ${check},
});
export default definePlimsollConfig({
  catalog: extendCatalog(builtin, { id: 'acme', version: '1.${max}', add: [own],
    tailor: { 'workload-pids-limit': { params: { max: ${max} }, reason: 'Small | services', by: 'J. Doe' } }, ${more} }),
});`;

const first = config(512, '(w) => !w.privileged');
const second = config(
  256,
  '(w) => !w.privileged && w.mounts.length < 9',
  "omit: { 'workload-no-latest-tag': { reason: 'Ours are pinned', by: 'J. Doe' } },",
);

const pagesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();

describe('plimsoll docs', { timeout: 120_000 }, () => {
  const cwd = write({
    'one/plimsoll.config.ts': first,
    'two/plimsoll.config.ts': second,
    'two/site/kept.md': 'mine',
  });
  const one = path.join(cwd, 'one');
  const two = path.join(cwd, 'two');

  it('writes pages of each control and framework in both languages, with links that lead somewhere', async () => {
    const { status, stdout, stderr } = await runWarmCli(['docs', '-o', '../two/site'], {
      cwd: one,
    });
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/^Configuration: plimsoll\.config\.ts\n\d+ files in \.\.\/two\/site\n$/);
    const site = path.join(two, 'site');
    const pages = pagesBelow(site);
    const read = (name: string): string => readFileSync(path.join(site, name), 'utf8');
    const markdown = pages.filter((name) => name.endsWith('.md') && name !== 'kept.md');
    expect(markdown.filter((name) => name.startsWith('zh/')).length * 2).toBe(markdown.length);
    const broken = markdown.flatMap((name) =>
      [...read(name).matchAll(/\]\((?!https:)([^)]+)\)/g)]
        .map(([, link = '']) => path.join(path.dirname(name), link))
        .filter((target) => !pages.includes(target)),
    );
    expect(broken).toEqual([]);
    expect(read('controls/acme-own.md')).toContain('# Own\n');
    expect(read('zh/controls/acme-own.md')).toContain('# 自有\n');
    expect(read('README.md')).toContain(
      '| [`workload-pids-limit`](controls/workload-pids-limit.md) | tailored | Small \\| services | J. Doe | acme |',
    );
    expect(read('controls/workload-pids-limit.md')).toContain('512 (default');
    expect(read('frameworks/cis-docker-1.8.0.md')).toMatch(
      /\| `5\.29` \| [^|]+ \| .*\[`workload-pids-limit`\]\(\.\.\/controls\/workload-pids-limit\.md\) · a pass shows all, a failure weakens it/,
    );
    expect(read('zh/frameworks/README.md')).toContain('| [`pci-dss-4.0.1`](pci-dss-4.0.1.md) |');
    expect(JSON.parse(read('catalog.json'))).toMatchObject({
      kind: 'plimsoll/catalog',
      catalog: { id: 'acme', version: '1.512' },
    });
  });

  it('tells what got stricter since an earlier release, and takes away the pages of what is gone', async () => {
    const { stdout } = await runWarmCli(
      [
        'docs',
        '-o',
        'site',
        '--since',
        'site/catalog.json',
        '--framework',
        'cis-docker-1.8.0',
        '--json',
        '--quiet',
      ],
      { cwd: two },
    );
    const site = path.join(two, 'site');
    const { removed } = JSON.parse(stdout) as { removed: readonly string[] };
    expect(removed).toEqual([
      'controls/workload-no-latest-tag.md',
      'zh/controls/workload-no-latest-tag.md',
    ]);
    expect(existsSync(path.join(site, 'controls/workload-no-latest-tag.md'))).toBe(false);
    expect(readFileSync(path.join(site, 'kept.md'), 'utf8')).toBe('mine');
    const changes = readFileSync(path.join(site, 'changes.md'), 'utf8');
    expect(changes).toContain('# acme 1.256: what changed since acme 1.512\n');
    const sections = new Map(
      changes
        .split(/^## /m)
        .slice(1)
        .map((section) => [section.split('\n')[0], section]),
    );
    expect([...sections.keys()]).toEqual(['Stricter', 'Looser', 'Other changes']);
    expect(sections.get('Stricter')).toMatch(
      /\| \[`workload-pids-limit`\]\(controls\/workload-pids-limit\.md\)<br>.* \| parameter `max` \| `512` \| `256` \|/,
    );
    expect(sections.get('Looser')).toMatch(
      /\| `workload-no-latest-tag`<br>.* \| control removed \|/,
    );
    expect(sections.get('Other changes')).toMatch(
      /\| \[`acme-own`\]\(controls\/acme-own\.md\)<br>Own \| code of the check \|/,
    );
    expect(readFileSync(path.join(site, 'zh/changes.md'), 'utf8')).toContain('## 更严');
  });

  it('refuses what is no catalog.json', async () => {
    const { status, stderr } = await runWarmCli(
      ['docs', '-o', 'site', '--since', path.resolve('examples/recorded/snapshot.json')],
      { cwd: two },
    );
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /\[file-unreadable\] .*snapshot\.json is a snapshot, not a catalog\.json of plimsoll docs\./,
    );
  });
});
