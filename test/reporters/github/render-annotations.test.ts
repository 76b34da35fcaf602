import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/core/assessment/assessment.ts';
import { renderReport } from '../../../src/reporters/formats/registry.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';
import { hostileAssessment } from '../../fixtures/hostile.ts';

const assessment = sampleAssessment();
const open = assessment.findings.filter(
  ({ status, waiver }) => status === 'error' || (status === 'fail' && waiver === undefined),
);
const write = async (of: Assessment): Promise<string> =>
  String(await renderReport('github', of, { language: 'en' }));

/** A line as GitHub's runner takes it apart. */
function parse(line: string) {
  const [, command = '', properties = '', message = ''] = /^::(\S+) (.*?)::(.*)$/.exec(line) ?? [];
  const decode = (text: string) =>
    decodeURIComponent(text.replaceAll(/%(?!25|0D|0A|3A|2C)/g, '%25'));
  const pairs = properties.split(',').map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), decode(pair.slice(at + 1))] as const;
  });
  return { command, properties: Object.fromEntries(pairs), message: decode(message) };
}

describe('annotations of GitHub', () => {
  it('are one for each failure that nobody accepted or control that broke, the most severe first', async () => {
    const lines = (await write({ ...assessment, gaps: [] })).trimEnd().split('\n').map(parse);
    expect(lines).toHaveLength(open.length);
    const order = ['error', 'warning', 'notice'];
    const levels = lines.map(({ command }) => order.indexOf(command));
    expect(levels).not.toContain(-1);
    expect(levels).toEqual(levels.toSorted((a, b) => a - b));
    expect(await write({ ...assessment, findings: [], gaps: [] })).toBe('');
  });

  it('say first which lists were not read, since what is in them is missing', async () => {
    expect(assessment.gaps).not.toEqual([]);
    const [first] = (await write(assessment)).split('\n').map(parse);
    expect(first).toMatchObject({ command: 'error', properties: { title: assessment.tool.name } });
    expect(first?.message).toContain(assessment.gaps[0]?.target);
  });

  it('stand at their line, whatever its file is called', async () => {
    const path = 'a,line=1::b%0A%\nc:d.yaml';
    const source = { kind: 'file' as const, path, line: 7, column: 3 };
    const observations = [{ path: '/privileged', value: true, source }];
    const findings = open.slice(0, 1).map((each) => ({ ...each, observations }));
    const text = await write({ ...assessment, findings, gaps: [] });
    expect(text.split('\n')).toHaveLength(2);
    expect(text).toContain('file=a%2Cline=1%3A%3Ab%250A%25%0Ac%3Ad.yaml,line=7,col=3,title=');
    expect(parse(text.trimEnd()).properties).toMatchObject({ file: path, line: '7', col: '3' });
  });

  it('hold no sign that acts on the terminal of whoever reads the log', async () => {
    const path = '\u001B]0;x\u0007\u202E.Dockerfile';
    const source = { kind: 'file' as const, path, line: 7 };
    const observations = [{ path: '/privileged', value: true, source }];
    const findings = open.slice(0, 1).map((each) => ({ ...each, observations }));
    const text = await write({ ...assessment, findings, gaps: [] });
    expect(text).toContain('file=');
    expect(text.trimEnd()).not.toMatch(/[\p{Cc}\u202E]/u);
  });

  it('are commands of their own alone, whatever was scanned', async () => {
    const text = await write(hostileAssessment());
    for (const line of text.trimEnd().split('\n')) {
      expect(line).toMatch(/^::(error|warning|notice) [^\r]*::[^\r]+$/);
    }
    const name = 'x\n::add-mask::y\r::set-output name=z::1';
    const findings = open.slice(0, 1).map((each) => ({
      ...each,
      subject: { ...each.subject, name },
      message: { en: name, zh: name },
    }));
    expect((await write({ ...assessment, findings, gaps: [] })).match(/^::.*$/gm)).toHaveLength(1);
  });
});
