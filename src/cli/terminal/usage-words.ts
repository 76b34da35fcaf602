/** What the parser of the command line says, and the same in Chinese; each stands at the beginning of a line. */
const chinese: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown option '(.*)'$/s, "错误：没有选项 '$1'"],
  [/^error: unknown command '(.*)'$/s, "错误：没有命令 '$1'"],
  [/^error: missing required argument '(.*)'$/s, "错误：缺少参数 '$1'"],
  [/^error: option '(.*)' argument missing$/s, "错误：选项 '$1' 缺少值"],
  [/^error: required option '(.*)' not specified$/s, "错误：未指定必需的选项 '$1'"],
  [
    /^error: too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)(.*)$/s,
    "错误：'$1' 的参数过多，应为 $2 个，实为 $3 个$4",
  ],
  [
    /^error: too many arguments\. Expected (\d+) arguments? but got (\d+)(.*)$/s,
    '错误：参数过多，应为 $1 个，实为 $2 个$3',
  ],
  [
    /^error: option '(.*)' argument '(.*)' is invalid\. (.*)$/s,
    "错误：选项 '$1' 的值 '$2' 无效。$3",
  ],
  [
    /^error: option '(.*)' value '(.*)' from env '(.*)' is invalid\. (.*)$/s,
    "错误：环境变量 '$3' 为选项 '$1' 给出的值 '$2' 无效。$4",
  ],
  [
    /^error: command-argument value '(.*)' is invalid for argument '(.*)'\. (.*)$/s,
    "错误：参数 '$2' 的值 '$1' 无效。$3",
  ],
  [
    /^error: option '(.*)' cannot be used with (?:option )?'?(.*?)'?$/s,
    "错误：选项 '$1' 不能与 '$2' 一起使用",
  ],
  [/^error: /, '错误：'],
];

const within: readonly (readonly [RegExp, string])[] = [
  [/Allowed choices are (.*)\.$/ms, '可选值：$1。'],
  [/^\(choices: (.*)\)$/m, '（可选值：$1）'],
  [/^\(Did you mean one of (.*)\?\)$/m, '（是否指以下之一：$1？）'],
  [/^\(Did you mean (.*)\?\)$/m, '（是否指 $1？）'],
  [/^\(see (plimsoll --help)\)$/m, '（见 $1）'],
];

/** What the parser of the command line says, in Chinese; what it has no words for stays as it is. */
export function usageInChinese(text: string): string {
  const [head = '', ...rest] = text.trimEnd().split(/\n(?=\()/);
  const [pattern, words] = chinese.find(([each]) => each.test(head)) ?? [];
  const begun = pattern && words !== undefined ? head.replace(pattern, words) : head;
  return within.reduce((said, [each, zh]) => said.replace(each, zh), [begun, ...rest].join('\n'));
}
