import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtin } from '../../../src/controls/registry/builtin.ts';
import { assess } from '../../../src/core/assessment/assess.ts';
import type { Assessment } from '../../../src/core/assessment/assessment.ts';
import { parseAssessment } from '../../../src/core/assessment/parse-assessment.ts';
import type { Snapshot } from '../../../src/core/snapshot/snapshot.ts';
import { parseSnapshot } from '../../../src/core/snapshot/parse-snapshot.ts';
import { builtinKinds } from '../../../src/core/subjects/kinds.ts';
import { inLanguage } from '../../../src/core/text.ts';
import { builtinFrameworks } from '../../../src/frameworks/registry/registry.ts';
import { buildDocument } from '../../../src/reporters/documents/build-document.ts';
import { renderHtml } from '../../../src/reporters/html/render-html.ts';
import { buildReport } from '../../../src/reporters/model/build-report.ts';
import { tool } from '../../support/judge.ts';

const example = new URL('../../../examples/recorded/snapshot.json', import.meta.url);
const snapshot = parseSnapshot(JSON.parse(readFileSync(example, 'utf8')), builtinKinds);
const frameworks = await Promise.all(Object.values(builtinFrameworks).map(({ load }) => load()));
const judge = (of: Snapshot): Assessment => assess(of, { catalog: builtin, frameworks, tool });
const assessment = judge(snapshot);

/** What a reader sees of a page, less code; a line for each paragraph, cell and item. */
const linesOf = (html: string): readonly string[] =>
  html
    .replaceAll(/<(script|style|pre|code|svg)\b.*?<\/\1>/gs, '')
    .replaceAll(/<\/?(?:p|li|t[dhr]|h\d|d[dt]|div|summary|section|option)\b[^>]*>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .split('\n')
    .map((line) => line.trim());

/** Four words of English, one after the other, where no Chinese is. */
const english = /^(?!.*\p{Script=Han}).*[A-Za-z’]+(?: [a-z’]+){3}/u;

it('tells an English line from a Chinese one, and from a path', () => {
  const page = '<p>as read by a user</p><td>由 use it at your own 确定</td><code>a b c d</code>';
  expect(linesOf(page).filter((line) => english.test(line))).toEqual(['as read by a user']);
});

describe('in Chinese', () => {
  it.each(assessment.frameworks.map(({ id }) => id))('%s has no line in English', (id) => {
    const options = { language: 'zh', frameworkId: id } as const;
    const lines = linesOf(renderHtml(buildDocument(assessment, options)));
    expect(lines.length).toBeGreaterThan(1000);
    expect([...new Set(lines.filter((line) => english.test(line)))]).toEqual([]);
  });

  it('targets are described, and why a fact was not read', () => {
    const { scope, controls } = buildReport(assessment, { language: 'zh' });
    expect(scope.targets.map(({ description, access }) => `${description}；${access}`)).toEqual([
      'quay-1，Debian GNU/Linux 13 (trixie)；/ 之下的文件，以只读方式打开，用户 0',
      'Docker Engine 26.1.5+dfsg1，API 1.45，主机 quay-1，Debian GNU/Linux 13 (trixie)（引擎运行于容器中，所读的宿主机可能即为该容器）；以 root（0）身份经 Unix 套接字访问；仅发送 GET 请求，未尝试其他请求是否会被接受',
    ]);
    const gaps = controls.flatMap(({ findings }) =>
      findings.flatMap(({ observations }) => observations.filter(({ gap }) => gap)),
    );
    expect(gaps.map(({ value }) => value)).toContain(
      '未读取：此处无从得知（该引擎不验证镜像签名）',
    );
  });

  it.each([
    ['gbt-22239-2019', '第三级', '国家市场监督管理总局、国家标准化管理委员会'],
    ['gbt-22239-2008', '第三级', '国家质量监督检验检疫总局、国家标准化管理委员会'],
    ['t-iseaa-004-2023', '第三级', '中关村信息安全测评联盟（ISEAA）'],
    ['jrt-0122-2014', '全部要求', '中国人民银行'],
    ['jrt-0122-2018', '全部要求', '中国人民银行'],
    ['gbt-41460-2022', '全部要求', '国家市场监督管理总局、国家标准化管理委员会'],
  ])('%s says its level and its publisher', (frameworkId, level, publisher) => {
    const { subtitle, scope } = buildReport(assessment, { language: 'zh', frameworkId });
    expect(scope.framework?.level).toBe(level);
    expect(scope.framework?.edition).toContain(publisher);
    expect(subtitle.endsWith(` · ${level}`)).toBe(level !== '全部要求');
  });
});

describe('an assessment of a release that wrote English alone', () => {
  const plain = <T extends object>(of: T, ...names: readonly (keyof T)[]): T => ({
    ...of,
    ...Object.fromEntries(names.map((name) => [name, inLanguage(of[name] as string, 'en')])),
  });
  const old = parseSnapshot(
    {
      ...snapshot,
      targets: snapshot.targets.map((target) => plain(target, 'description', 'access')),
      subjects: snapshot.subjects.map((subject) => ({
        ...subject,
        gaps: subject.gaps.map((gap) => plain(gap, 'detail')),
      })),
    },
    builtinKinds,
  );
  const before = judge(old);
  const read = parseAssessment(
    JSON.parse(
      JSON.stringify({
        ...before,
        frameworks: before.frameworks.map(({ levelTitle: _, edition, ...rest }) => ({
          ...rest,
          edition: plain(edition, 'version', 'publisher', 'source'),
        })),
      }),
    ),
  );

  it('is read, and said as it stands', () => {
    const { subtitle, scope } = buildReport(read, {
      language: 'zh',
      frameworkId: 'gbt-22239-2019',
    });
    expect(scope.targets[0]?.description).toBe('quay-1, Debian GNU/Linux 13 (trixie)');
    expect(scope.framework?.level).toBe('3');
    expect(subtitle).toMatch(/ · 3$/);
    expect(scope.framework?.source).toContain('Ids checked against the full text');
  });

  it('comes to the same findings', () => {
    const of = ({ findings }: Assessment) =>
      findings.map(({ controlId, subject, status }) => [controlId, subject.id, status]);
    expect(of(before)).toEqual(of(assessment));
  });
});

describe('a standard of China', () => {
  it.each([
    ['gbt-22239-2019', '测评'],
    ['jrt-0122-2018', '检测'],
  ])('%s speaks of %s alone, but where its requirements speak', (id, term) => {
    const options = { language: 'zh', frameworkId: id } as const;
    const lines = linesOf(renderHtml(buildDocument(assessment, options)));
    expect(lines.filter((line) => line.includes(term)).length).toBeGreaterThan(20);
    const others = lines.filter((line) => line.includes('评估'));
    const { requirements } = buildReport(assessment, options);
    const titles = requirements.map(({ title }) => title).filter((each) => each.includes('评估'));
    const own = others.filter((line) => !titles.some((title) => line.includes(title)));
    expect(own).toEqual([]);
  });
});
