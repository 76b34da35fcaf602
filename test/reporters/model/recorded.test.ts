import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSnapshot } from '../../../src/core/snapshot/snapshot.ts';
import { builtinKinds } from '../../../src/core/subjects/kinds.ts';
import { builtinFrameworks } from '../../../src/frameworks/registry.ts';
import { recordedWords } from '../../../src/reporters/words/recorded.ts';

const example = new URL('../../../examples/recorded/snapshot.json', import.meta.url);
const { targets } = parseSnapshot(JSON.parse(readFileSync(example, 'utf8')), builtinKinds);
const { access, publisher } = recordedWords.zh;

describe('what snapshots keep in English', () => {
  it('is said in Chinese where it was recorded on a real machine', () => {
    expect(targets.map((target) => access(target.access))).toEqual([
      '/ 之下的文件，以只读方式打开，用户 0',
      '以 root（0）身份经 Unix 套接字 访问；仅发送 GET 请求，未尝试其他请求是否会被接受',
    ]);
  });

  it.each([
    ['a Unix socket', 'Unix 套接字'],
    ['TCP with mutual TLS, the server unverified', 'TCP（双向 TLS，未核验服务端）'],
    ['a pigeon', 'a pigeon'],
  ])('tells the way to an engine: %s', (way, said) => {
    const recorded = `as ana (1000) over ${way}; only GET requests were sent; whether others would have been accepted was not tried`;
    expect(access(recorded)).toContain(`以 ana（1000）身份经 ${said} 访问；`);
  });

  it('stays as it is where nobody knows the sentence, and in English', () => {
    expect(access('by post')).toBe('by post');
    expect(recordedWords.en.access('read as a file')).toBe('read as a file');
  });

  it('names the publishers of Chinese standards in Chinese', async () => {
    for (const id of [
      'gbt-22239-2008',
      'gbt-22239-2019',
      'jrt-0122-2014',
      't-iseaa-004-2023',
    ] as const) {
      const { framework } = await builtinFrameworks[id].load();
      expect(publisher(framework.edition.publisher)).toMatch(/^[\p{Script=Han}、（）A-Z]+$/u);
    }
    expect(publisher('NIST')).toBe('NIST');
  });
});
