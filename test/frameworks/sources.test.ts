import { expect, it } from 'vitest';
import { builtinFrameworks } from '../../src/frameworks/registry/registry.ts';

/** Where standards are published by who wrote them, or by the state’s register of them. */
const publishers = [
  'www.pcisecuritystandards.org',
  'www.iso.org',
  'openstd.samr.gov.cn',
  'std.samr.gov.cn',
  'hbba.sacinfo.org.cn',
  'www.ttbz.org.cn',
  'csrc.nist.gov',
  'www.aicpa-cima.com',
  'www.cisecurity.org',
];

it.each(
  Object.values(builtinFrameworks).map(({ head }) => [head.id, head.edition.source] as const),
)(
  'the source of %s is the publisher’s page, and then what its ids were checked against',
  (_, source) => {
    if (typeof source === 'string') throw new Error('a source is said in both languages');
    for (const words of [source.en, source.zh]) {
      const [, first] = /https:\/\/((?:[\w-]+\.)+\w+)/.exec(words) ?? [];
      expect(publishers).toContain(first);
    }
    expect(source.en).toMatch(/Ids checked against /);
    expect(source.zh).toMatch(/编号对照/);
  },
);
