import { Argument, Command, Option } from 'commander';
import { builtinFrameworks } from '../../frameworks.ts';
import { builtin, severities, type Severity, type Text, text } from '../../index.ts';
import { PlimsollError } from '../../core/errors.ts';
import { addToProject, configFile, reportAdded } from '../project/add-to-project.ts';
import type { ConfigSource } from '../config/load-config.ts';
import { chooseFrameworks } from '../input/choose-frameworks.ts';
import { addOptions, type SharedOptions } from '../options/options.ts';

interface Options extends Omit<SharedOptions, 'kind' | 'severity'> {
  readonly kind?: string;
  readonly title?: string;
  readonly titleZh?: string;
  readonly failingTitle?: string;
  readonly failingTitleZh?: string;
  readonly severity: Severity;
  readonly as?: 'yaml' | 'typescript';
}

/** The options that are about one alone. */
const optionsOf = {
  control: ['kind', 'severity', 'failingTitle', 'failingTitleZh'],
  framework: ['as'],
} as const;

/** `plimsoll new control ID`, `plimsoll new framework ID` */
export function newCommand(source: ConfigSource): Command {
  const command = new Command('new')
    .addArgument(new Argument('<what>', 'what to add').choices(['control', 'framework']))
    .argument('<id>', 'id in kebab-case, such as workload-owner-named')
    .option(
      '--kind <kind>',
      'kind of subject of a control (default: the one that the id begins with)',
    )
    .option('--title <text>', 'title in English (default: the id in words)')
    .option('--title-zh <text>', 'title in Chinese')
    .option('--failing-title <text>', 'what is wrong where a control fails, in English')
    .option('--failing-title-zh <text>', 'the same in Chinese')
    .addOption(
      new Option('--severity <severity>', 'severity of a control')
        .choices(severities)
        .default('medium'),
    )
    .addOption(
      new Option('--as <language>', 'format of a framework (default: that of the others)').choices([
        'yaml',
        'typescript',
      ]),
    );
  addOptions(command, ['json', 'quiet']).addHelpText(
    'after',
    `
Examples:
  plimsoll new control workload-owner-named
  plimsoll new control acme-signed --kind image --severity high --title 'Images are signed'
  plimsoll new framework acme-policy
  plimsoll new framework acme-policy --as typescript

The list is found from plimsoll.config.ts, wherever it is written, and keeps its layout. Existing files are not
changed; a second run changes nothing.`,
  );
  return command.action((what: 'control' | 'framework', id: string, options: Options) => {
    const [stray] = optionsOf[what === 'control' ? 'framework' : 'control'].filter(
      (name) => command.getOptionValueSource(name) === 'cli',
    );
    if (stray !== undefined) {
      const flag = `--${stray.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
      throw new PlimsollError(
        'option-invalid',
        text(
          `${flag} does not apply to a ${what}.`,
          `${flag} 不适用于${what === 'control' ? '控制项' : '框架'}。`,
        ),
        {
          hint: text(`Leave out ${flag}.`, `请去掉 ${flag}。`),
        },
      );
    }
    return what === 'control' ? newControl(id, options, source) : newFramework(id, options, source);
  });
}

async function newControl(id: string, options: Options, source: ConfigSource): Promise<void> {
  holdToPattern(
    id,
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    text('lower-case words joined by hyphens', '以连字符相连的小写单词'),
  );
  const config = await source.load(options);
  const file = configFile(config);
  const { kindNames, kindOfId, planControl, titleOf } = await import('../../authoring.ts');
  // An id may begin with the catalog's own, acme-workload-owner-named.
  const own = config.catalog?.id ?? '';
  const plain = id.startsWith(`${own}-`) ? id.slice(own.length + 1) : id;
  const kind =
    options.kind === undefined
      ? (kindOfId(id) ?? kindOfId(plain))
      : kindNames.find((each) => each === options.kind);
  if (kind === undefined) {
    throw new PlimsollError(
      'option-invalid',
      options.kind === undefined
        ? text(`The id ${id} does not begin with a kind of subject.`, `id ${id} 不以对象种类开头。`)
        : text(`There is no kind ${options.kind}.`, `没有种类 ${options.kind}。`),
      {
        hint: text(
          `Name the kind with --kind: ${kindNames.join(', ')}.`,
          `请用 --kind 指明种类：${kindNames.join('、')}。`,
        ),
      },
    );
  }
  if (builtin.controls.some((control) => control.id === id)) {
    const prefix = own === '' || own === builtin.id ? 'acme' : own;
    throw new PlimsollError(
      'catalog-duplicate-control',
      text(
        `There is a built-in control ${id} already: plimsoll explain ${id}`,
        `已有内置控制项 ${id}：plimsoll explain ${id}`,
      ),
      {
        hint: text(
          `Tailor that one, or take another id: plimsoll new control ${prefix}-${id} --kind ${kind}`,
          `请调整该控制项，或另取 id：plimsoll new control ${prefix}-${id} --kind ${kind}`,
        ),
      },
    );
  }
  const title = inBoth(options.title, options.titleZh, titleOf(plain, kind));
  const { severity, failingTitle: failing, failingTitleZh: failingZh } = options;
  const plan = await planControl(file, {
    id,
    kind,
    severity,
    title,
    ...((failing ?? failingZh) !== undefined && {
      failingTitle: inBoth(failing, failingZh, `Not met: ${title.en}`),
    }),
  });
  const has = (loaded: typeof config): boolean =>
    loaded.catalog?.controls.some((control) => control.id === id) === true;
  // One that is written elsewhere is there as well.
  const isElsewhere = has(config) && plan.changes.some(({ path }) => path === plan.file);
  const added = await addToProject(isElsewhere ? { ...plan, changes: [] } : plan, config, has);
  const next = [
    [text('write the check and the words:', '编写检查与文字：'), added.created[0] ?? plan.file],
    [text('run its test, which fails until then:', '运行其测试（写好之前不通过）：'), 'npm test'],
    [text('see it:', '查看：'), `npx plimsoll explain ${id}`],
  ] as const;
  reportAdded(added, id, next, options);
}

async function newFramework(id: string, options: Options, source: ConfigSource): Promise<void> {
  holdToPattern(
    id,
    /^[a-z][a-z0-9.-]*$/,
    text('lower-case letters, digits, dots and hyphens', '小写字母、数字、点和连字符'),
  );
  const config = await source.load(options);
  const file = configFile(config);
  if (Object.hasOwn(builtinFrameworks, id)) {
    throw new PlimsollError(
      'framework-invalid',
      text(`There is a built-in framework ${id} already.`, `已有内置框架 ${id}。`),
      {
        hint: text(
          `Take another id, and write extends: ${id} in it.`,
          `请另取 id，并在其中写明 extends: ${id}。`,
        ),
      },
    );
  }
  const has = async (loaded: typeof config): Promise<boolean> =>
    Object.hasOwn((await chooseFrameworks(undefined, loaded)).available, id);
  const isThere = await has(config);
  const { planFramework, titleOf } = await import('../../authoring.ts');
  const published = new Date().toISOString().slice(0, 7);
  const title = inBoth(options.title, options.titleZh, titleOf(id, ''));
  const plan = await planFramework(file, { id, title, published }, options.as);
  const isElsewhere = isThere && plan.changes.some(({ path }) => path === plan.file);
  const added = await addToProject(isElsewhere ? { ...plan, changes: [] } : plan, config, has);
  const next = [
    [text('write its requirements:', '编写其要求：'), added.created[0] ?? plan.file],
    [text('run its test:', '运行其测试：'), 'npm test'],
    [text('see it:', '查看：'), `npx plimsoll explain ${id}`],
    [text('draft statements:', '起草声明：'), `npx plimsoll attest ${id}`],
  ] as const;
  reportAdded(added, id, next, options);
}

function holdToPattern(id: string, pattern: RegExp, what: Text): void {
  if (pattern.test(id)) return;
  throw new PlimsollError(
    'option-invalid',
    text(`${JSON.stringify(id)} is not a valid id.`, `${JSON.stringify(id)} 不是有效的 id。`),
    {
      hint: text(
        `An id is made of ${what.en}, and begins with a letter.`,
        `id 由${what.zh}组成，以字母开头。`,
      ),
    },
  );
}

/** The title in both languages; what is missing says so. */
function inBoth(given: string | undefined, chinese: string | undefined, fallback: string): Text {
  const isChinese = given !== undefined && /\p{Script=Han}/u.test(given);
  const en = given !== undefined && !isChinese ? given : fallback;
  return { en, zh: chinese ?? (isChinese ? given : `待翻译：${en}`) };
}
