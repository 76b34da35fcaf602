import type { Judgement } from '../core/assessment/evaluate.ts';
import { inBoth, text } from '../core/text.ts';
import type { GoJsonProblem } from '../syntax/json/read-go-json.ts';
import type { SyntaxProblem } from '../syntax/problem.ts';
import type { Denial } from './denial.ts';

/** A control fails. */
export const failure = ({ control, severity }: Judgement): Denial => ({
  code: 'control',
  what: inBoth(control.failingTitle ?? control.title),
  remediation: control.remediation,
  control: control.id,
  severity,
});

/** A control cannot say. */
export const openVerdict = ({ control, severity }: Judgement): Denial => ({
  code: 'unknown',
  what: text(`Not known: ${control.title.en}`, `无法得知：${control.title.zh}`),
  control: control.id,
  severity,
});

const kinds: Readonly<Record<GoJsonProblem['code'], (key: string) => Denial['what']>> = {
  'key-case': (key) =>
    text(`The engine takes the key ${key} for another one`, `引擎会把键 ${key} 当作另一个键`),
  'key-twice': (key) => text(`The key ${key} stands twice`, `键 ${key} 出现两次`),
  utf8: () => text('The body is not UTF-8', '请求体不是 UTF-8'),
  trailing: () => text('Something follows the body', '请求体之后还有内容'),
  'not-object': () => text('A part of the body is no object', '请求体的某一部分不是对象'),
};

/** A place at which the engine and another reader may differ. */
export const ambiguity = ({ code, pointer, key = '' }: GoJsonProblem): Denial => {
  const what = kinds[code](JSON.stringify(key));
  const place = pointer === '' ? '' : `: ${pointer}`;
  return {
    code: 'ambiguous',
    what: text(what.en + place, what.zh + place),
    remediation: text(
      'Spell each key as the API documents it, once',
      '每个键按 API 文档拼写，且只出现一次',
    ),
  };
};

/** The request came without its body. */
export const noBody: Denial = {
  code: 'no-body',
  what: text(
    'The request came without its body, so that it cannot be judged',
    '请求未附带请求体，无法判定',
  ),
  remediation: text(
    'Send it as JSON of at most 1 MiB; update an engine that leaves bodies out (CVE-2024-41110)',
    '以不超过 1 MiB 的 JSON 发送；若引擎遗漏请求体，请更新（CVE-2024-41110）',
  ),
};

/** The request makes or changes a plugin. */
export const pluginWrite: Denial = {
  code: 'plugin-write',
  what: text(
    'Plugins are programs with rights of the host, and are not judged',
    '插件是具有宿主机权限的程序，不作判定',
  ),
  remediation: text(
    'Install plugins while the engine runs without admission',
    '请在引擎未启用准入控制时安装插件',
  ),
};

/** A service goes back to what it was, which the request does not have. */
export const rollback: Denial = {
  code: 'unreadable',
  what: text(
    'A rollback goes back to a service that the request does not describe',
    '回滚所恢复的服务未在请求中描述',
  ),
  remediation: text(
    'Send the service as it was as an update: docker service update',
    '请以更新方式提交原先的服务：docker service update',
  ),
};

/** The request cannot be read, or what reads it failed. */
export const unreadable = (problem?: SyntaxProblem): Denial => ({
  code: 'unreadable',
  what: inBoth(problem?.said ?? text('The request cannot be read', '无法读取该请求')),
});

/** Judging took too long. */
export const tooLate = (deadline: number): Denial => ({
  code: 'late',
  what: text(
    `It took longer than ${deadline} ms to judge the request`,
    `判定该请求超过 ${deadline} 毫秒`,
  ),
  remediation: text('Try again', '请重试'),
});
