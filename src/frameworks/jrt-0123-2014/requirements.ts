import type { Requirement } from '../../core/frameworks/framework.ts';
import { text, type Text } from '../../core/text.ts';

type Confidence = Requirement['confidence'];

/** The six parts, each on one kind of payment, with how sure it is that 2014 had it. */
const parts = [
  ['1', 'internet-payment', 'verified', 'Internet payment', '互联网支付'],
  ['2', 'prepaid-card', 'verified', 'Prepaid card issuing and acceptance', '预付卡发行与受理'],
  ['3', 'card-acquiring', 'verified', 'Bank card acquiring', '银行卡收单'],
  ['4', 'fixed-telephone', 'verified', 'Fixed telephone payment', '固定电话支付'],
  ['5', 'digital-television', 'verified', 'Digital television payment', '数字电视支付'],
  [
    '6',
    'bar-code',
    'unverified',
    'Bar-code payment in 2018; for 2014 not verified',
    '条码支付（2018 年版；2014 年版未核实）',
  ],
] as const satisfies readonly (readonly [string, string, Confidence, string, string])[];

/** What each part is made of, by our own account: chapters as in 2018, and the six fields of security tests. */
const chapters = [
  ['4', null, 'organisational', 'unverified', 'Start criteria', '启动准则'],
  ['5', null, 'outside', 'unverified', 'Functional tests', '功能测试'],
  ['6', null, 'outside', 'unverified', 'Risk monitoring tests', '风险监控测试'],
  ['7', null, 'technical', 'unverified', 'Performance tests', '性能测试'],
  ['8', null, 'technical', 'unverified', 'Security tests', '安全性测试'],
  ['8~1', '8', 'technical', 'knowledge', 'Network security tests', '网络安全性测试'],
  ['8~2', '8', 'technical', 'knowledge', 'Host security tests', '主机安全性测试'],
  ['8~3', '8', 'technical', 'knowledge', 'Application security tests', '应用安全性测试'],
  ['8~4', '8', 'technical', 'knowledge', 'Data security tests', '数据安全性测试'],
  ['8~5', '8', 'technical', 'knowledge', 'Operations security tests', '运维安全性测试'],
  ['8~6', '8', 'technical', 'knowledge', 'Business continuity tests', '业务连续性测试'],
] as const satisfies readonly (readonly [
  string,
  string | null,
  Requirement['nature'],
  Confidence,
  string,
  string,
])[];

type PartId = `JR/T 0123.${(typeof parts)[number][0]}-2014`;

/** The number of a chapter within its part, or of a field of security tests. */
export type TestChapter = (typeof chapters)[number][0];

/** The number of any part, or of a chapter in it. */
export type Jrt01232014Id = PartId | `${PartId}#${TestChapter}`;

const partIds: readonly PartId[] = parts.map(([number]) => `JR/T 0123.${number}-2014` as const);

/** The same chapter in each of the parts. */
export const inEachPart = (chapter: TestChapter): readonly Jrt01232014Id[] =>
  partIds.map((part): Jrt01232014Id => `${part}#${chapter}`);

/** Every part of JR/T 0123-2014 with its chapters, under titles of our own. */
export const jrt01232014Requirements: readonly Requirement<Jrt01232014Id>[] = parts.flatMap(
  ([number, kind, confidence, en, zh]): Requirement<Jrt01232014Id>[] => {
    const part = `JR/T 0123.${number}-2014` as const;
    const title: Text = text(en, zh);
    const levels = [kind];
    return [
      { id: part, parent: null, title, nature: 'technical', levels, confidence },
      ...chapters.map(([chapter, above, nature, known, titleEn, titleZh]) => ({
        id: `${part}#${chapter}` as const,
        parent: above === null ? part : `${part}#${above}`,
        title: text(titleEn, titleZh),
        nature,
        levels,
        confidence: known,
      })),
    ];
  },
);
