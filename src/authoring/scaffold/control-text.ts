import { exportName } from './export-name.ts';
import { kinds, type Kind } from './kinds.ts';
import type { Text } from '../../core/text.ts';
import { literal, restyle, type TextStyle } from './text-style.ts';

/** What a control is begun with. */
export interface NewControl {
  readonly id: string;
  readonly kind: Kind;
  readonly severity: 'critical' | 'high' | 'medium' | 'low';
  /** The rule. */
  readonly title: Text;
  /** What is wrong where it fails; absent, it is begun as the title that is not met. */
  readonly failingTitle?: Text;
}

/** An id as a title: `workload-no-latest-tag` of a workload is `No latest tag`. */
export function titleOf(id: string, kind: string): string {
  const words = (id.startsWith(`${kind}-`) ? id.slice(kind.length + 1) : id).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A failing title until its author says what is wrong. */
const notMet = ({ en, zh }: Text): Text => ({ en: `Not met: ${en}`, zh: `未满足：${zh}` });

/** What a control says until its check is written: what nobody judged is no pass. */
const notWritten: Text = { en: 'The check is not written', zh: '检查尚未编写' };

/** The file of a control that has everything but its author's own words and check: until it is written, its test fails. */
export function controlText(control: NewControl, style: TextStyle): string {
  const { id, kind, severity, title, failingTitle } = control;
  const failing = failingTitle ?? notMet(title);
  const todo = failingTitle
    ? ''
    : '  // TODO: say what is wrong where it fails, as a state. Reports head failures with it.\n';
  const { name, check } = kinds[kind];
  const q = (text: string): string => literal(text, style);
  return restyle(
    `import { defineControl, unknown, ${name} } from ${q('plimsoll')};

export const ${exportName(id, 'Control')} = defineControl({
  id: ${q(id)},
  subject: ${name},
  severity: ${q(severity)},
  title: { en: ${q(title.en)}, zh: ${q(title.zh)} },
${todo}  failingTitle: {
    en: ${q(failing.en)},
    zh: ${q(failing.zh)},
  },
  rationale: {
    en: ${q('TODO: what an attacker or an accident gains when it fails.')},
    zh: ${q('待补充：不满足时攻击者或意外会带来什么后果。')},
  },
  remediation: {
    en: ${q('TODO: what to do, with the command or the line to write.')},
    zh: ${q('待补充：如何整改，给出命令或配置行。')},
  },
  references: [${q('https://docs.docker.com/engine/security/')}],
  // TODO: judge what this control is about; the editor lists the facts after the dot. For example:
  // check: ${requoted(check, style)},
  check: () => unknown({ en: ${q(notWritten.en)}, zh: ${q(notWritten.zh)} }),
});
`,
    style,
  );
}

/** The file of its test. */
export function controlTestText(
  control: Pick<NewControl, 'id' | 'kind'>,
  specifier: string,
  runner: string,
  style: TextStyle,
): string {
  const { id, kind } = control;
  const { name, broken } = kinds[kind];
  const builder = builderOf(name);
  const q = (text: string): string => literal(text, style);
  return restyle(
    `import { test } from ${q(runner)};
import { ${builder}, testControl } from ${q('plimsoll/testing')};
import { ${exportName(id, 'Control')} } from ${q(specifier)};

test(${q(id)}, () => {
  testControl(${exportName(id, 'Control')}, {
    pass: [${builder}()],
    fail: [${builder}(${requoted(broken, style)})],
  });
});
`,
    style,
  );
}

/** What makes a compliant subject of a kind: `aWorkload`, `anImage`. */
const builderOf = (name: string): string =>
  `${/^[aeiou]/.test(name) ? 'an' : 'a'}${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** Code of ours, in whose single quotes nothing is escaped. */
const requoted = (code: string, { quote }: TextStyle): string => code.replaceAll("'", quote);
