import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { everyCommand } from '../../src/cli/load-commands.ts';
import { runWarmCli } from '../support/warm-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-spoken-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, 'plimsoll.config.ts'), "export default { failOn: 'none' };\n");

const run = (...args: readonly string[]) => runWarmCli(args, { cwd: folder });
/** What is no name, no path and no command of ours is not English. */
const english =
  /(?<![/.])\b(the|was|cannot|is not|There|Next|created|changed|default|Settings|run its)\b/;

describe('every command', () => {
  it('takes --lang', async () => {
    const deaf = (await everyCommand())
      .flatMap((each) => (each.commands.length > 0 ? each.commands : [each]))
      .filter(({ options }) =>
        options.every(({ long }) => long !== '--lang' && long !== '--language'),
      );
    expect(deaf.map((each) => each.name())).toEqual([]);
  });

  it.each([
    [['access', 'unix:///nonexistent.sock', '--lang', 'zh'], /没有引擎|无法读取/],
    [['access', `host:${folder}`, '--lang', 'zh'], /读取内容/],
    [['config', '--lang', 'zh'], /当前生效的设置/],
    [['new', 'control', 'workload-tiered', '--lang', 'zh'], /新建 controls\/workload-tiered\.ts/],
    [['new', 'framework', 'acme-policy', '--lang', 'zh'], /编写其要求/],
    [['docs', '--lang', 'zh', '-o', 'pages', '--framework', 'cis-docker-1.8.0'], /pages 中有/],
    [['init', 'team', '--yes', '--lang', 'zh'], /下一步/],
    [['completion', '--lang', 'zh'], /缺少参数 'shell'\s+（可选值：bash, zsh, fish）/],
    [['list', '--lang', 'zh'], /可选值：controls/],
    [['scan', '--lang', 'zh', '--fail-on'], /缺少值\s+（可选值：critical/],
  ] as const)('speaks Chinese, and nothing else: %j', async (args, words) => {
    const { stdout, stderr } = await run(...args);
    const said = `${stdout}${stderr}`;
    expect(said).toMatch(words);
    expect(said).not.toMatch(english);
  });

  it('names the choices where a value is missing', async () => {
    expect((await run('completion')).stderr).toContain('(choices: bash, zsh, fish)');
    expect((await run('scan', '--fail-on')).stderr).toContain('(choices: critical, high');
    expect((await run('explain')).stderr).not.toContain('choices');
  });
});

describe('what a new project is given', () => {
  it('names no package that no registry has, and says how it is installed', async () => {
    const { stderr } = await run('init', 'fresh', '--yes');
    const manifest = readFileSync(join(folder, 'fresh/package.json'), 'utf8');
    expect(manifest).not.toContain('"plimsoll":');
    expect(stderr).toMatch(/not on npm yet[^]*npm install --save-dev plimsoll-\d\S+\.tgz/);
  });
});

describe('a summary that no terminal shows', () => {
  it('is cut nowhere', async () => {
    const file = 'services: {web: {image: "web:1", privileged: true}}\n';
    writeFileSync(join(folder, 'compose.yaml'), file);
    const { stdout } = await run('scan', 'compose.yaml');
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeGreaterThan(80);
    expect(stdout).not.toMatch(/…$/m);
  });
});
