import type { Requirement } from '../../core/frameworks/framework.ts';
import { text } from '../../core/text.ts';

type Confidence = Requirement['confidence'];

/** The six parts, each on one kind of payment, and whether its own chapters were seen. */
const parts = [
  ['1', 'internet-payment', 'derived', 'Internet payment', '互联网支付'],
  ['2', 'prepaid-card', 'verified', 'Prepaid card issuing and acceptance', '预付卡发行与受理'],
  ['3', 'card-acquiring', 'derived', 'Bank card acquiring', '银行卡收单'],
  ['4', 'fixed-telephone', 'verified', 'Fixed telephone payment', '固定电话支付'],
  ['5', 'digital-television', 'derived', 'Digital television payment', '数字电视支付'],
  ['6', 'bar-code', 'derived', 'Bar-code payment', '条码支付'],
] as const satisfies readonly (readonly [string, string, Confidence, string, string])[];

/** What each part is made of. The sections of chapter 8 follow those of chapter 10 in JR/T 0122-2018. */
const chapters = [
  ['4', null, 'organisational', 'Start criteria', '启动准则'],
  ['5', null, 'outside', 'Functional tests', '功能测试'],
  ['6', null, 'outside', 'Risk monitoring and anti-money laundering tests', '风险监控及反洗钱测试'],
  ['7', null, 'technical', 'Performance tests', '性能测试'],
  ['8', null, 'technical', 'Security tests', '安全性测试'],
  ['8.1', '8', 'outside', 'Physical security tests', '物理安全性测试'],
  ['8.2', '8', 'technical', 'Network security tests', '网络安全性测试'],
  ['8.3', '8', 'technical', 'Host security tests', '主机安全性测试'],
  ['8.4', '8', 'technical', 'Application security tests', '应用安全性测试'],
  ['8.5', '8', 'technical', 'Data security tests', '数据安全性测试'],
  ['8.6', '8', 'technical', 'Operations security tests', '运维安全性测试'],
  ['8.7', '8', 'technical', 'Business continuity tests', '业务连续性测试'],
] as const satisfies readonly (readonly [
  string,
  string | null,
  Requirement['nature'],
  string,
  string,
])[];

type PartId = `JR/T 0123.${(typeof parts)[number][0]}-2018`;

/** The number of a chapter within its part, or of a section of chapter 8. */
type TestChapter = (typeof chapters)[number][0];

/** The number of any part, or of a chapter in it. */
export type Jrt01232018Id = PartId | `${PartId}#${TestChapter}`;

/** The same chapter in each of the parts. */
export const inEachPart = (chapter: TestChapter): readonly Jrt01232018Id[] =>
  parts.map(([number]): Jrt01232018Id => `JR/T 0123.${number}-2018#${chapter}`);

/** Every part of JR/T 0123-2018 with its chapters, under titles of our own. */
export const jrt01232018Requirements: readonly Requirement<Jrt01232018Id>[] = parts.flatMap(
  ([number, kind, seen, en, zh]): Requirement<Jrt01232018Id>[] => {
    const part = `JR/T 0123.${number}-2018` as const;
    const levels = [kind];
    const own = { id: part, parent: null, title: text(en, zh), levels } as const;
    return [
      { ...own, nature: 'technical', confidence: 'verified' },
      ...chapters.map(([chapter, above, nature, titleEn, titleZh]) => ({
        id: `${part}#${chapter}` as const,
        parent: above === null ? part : `${part}#${above}`,
        title: text(titleEn, titleZh),
        nature,
        levels,
        confidence: above === null ? seen : 'derived',
      })),
    ];
  },
);
