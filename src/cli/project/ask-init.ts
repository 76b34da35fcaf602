import { multiselect, select } from '@clack/prompts';
import { basename } from 'node:path';
import type { InitAnswers, Pipeline } from '../../authoring.ts';
import { builtinFrameworks, type FrameworkHead } from '../../frameworks.ts';
import { type Language, text } from '../../index.ts';
import { PlimsollError } from '../../core/errors.ts';

/** What was said on the command line, and need not be asked. */
export interface Known {
  readonly frameworks: readonly string[] | undefined;
  readonly language: Language | undefined;
  readonly pipeline: Pipeline | undefined;
}

/** The framework that no organisation owns: a first scan gives results with it on any machine. */
export const usualFrameworks: readonly string[] = ['cis-docker-1.8.0@1'];

/** The language of the person at the terminal, as far as the environment tells. */
export const languageOf = ({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language =>
  (LC_ALL || LC_MESSAGES || LANG || '').startsWith('zh') ? 'zh' : 'en';

const words = {
  en: {
    frameworks: 'Which standards must you meet? (space chooses, enter goes on)',
    level: (title: string) => `Which level of ${title}?`,
    all: 'All of it',
    retired: 'no longer in force',
    pipeline: 'Where do your pipelines run?',
    none: 'Nowhere',
    overwrite: 'These files exist already. Which may be overwritten? (enter: none)',
  },
  zh: {
    frameworks: '需要满足哪些标准？（空格选择，回车继续）',
    level: (title: string) => `${title} 的哪个级别？`,
    all: '全部',
    retired: '已废止',
    pipeline: '流水线运行在哪里？',
    none: '没有流水线',
    overwrite: '以下文件已存在，允许覆盖哪些？（直接回车：都不覆盖）',
  },
} as const;

/** Asks at the terminal what has not been said. */
export async function askInit(known: Known, today: string): Promise<InitAnswers> {
  // A terminal that does not know its size would be written to a letter a line.
  if (process.stdout.columns === 0) process.stdout.columns = 80;
  const language = known.language ?? (await askLanguage());
  return {
    language,
    frameworks: known.frameworks ?? (await askFrameworks(language)),
    pipeline: known.pipeline ?? (await askPipeline(language)),
    today,
  };
}

const askLanguage = async (): Promise<Language> =>
  answered(
    await select<Language>({
      message: 'Language of reports / 报告语言',
      options: [
        { value: 'en', label: 'English' },
        { value: 'zh', label: '简体中文' },
      ],
      initialValue: languageOf(process.env),
    }),
  );

async function askFrameworks(language: Language): Promise<readonly string[]> {
  const say = words[language];
  const heads = Object.values(builtinFrameworks).map(({ head }) => head);
  const usual = usualFrameworks.map((spec) => spec.replace(/@.*$/, ''));
  const chosen = answered(
    await multiselect<string>({
      message: say.frameworks,
      options: heads.map(({ id, title, edition }) => ({
        value: id,
        label: title[language],
        hint: edition.status === 'retired' ? `${id}, ${say.retired}` : id,
      })),
      initialValues: usual,
      required: true,
      maxItems: 12,
    }),
  );
  const specs: string[] = [];
  for (const head of heads.filter(({ id }) => chosen.includes(id))) {
    specs.push(await askLevel(head, language));
  }
  return specs;
}

async function askLevel(head: FrameworkHead, language: Language): Promise<string> {
  const { id, title, levels, defaultLevel } = head;
  if (levels.length === 0) return id;
  const say = words[language];
  const level = answered(
    await select<string>({
      message: say.level(title[language]),
      options: [
        ...levels.map((each) => ({ value: each.id, label: each.title[language], hint: each.id })),
        ...(defaultLevel === undefined ? [{ value: '', label: say.all }] : []),
      ],
      ...(defaultLevel === undefined ? {} : { initialValue: defaultLevel }),
    }),
  );
  return level === '' ? id : `${id}@${level}`;
}

const askPipeline = async (language: Language): Promise<Pipeline> =>
  answered(
    await select<Pipeline>({
      message: words[language].pipeline,
      options: [
        { value: 'github', label: 'GitHub Actions' },
        { value: 'gitlab', label: 'GitLab CI' },
        { value: 'jenkins', label: 'Jenkins' },
        { value: 'none', label: words[language].none },
      ],
    }),
  );

/** Asks which of some files may be overwritten; none, unless somebody says so. */
export async function askOverwrite(
  paths: readonly string[],
  language: Language,
): Promise<readonly string[]> {
  return answered(
    await multiselect<string>({
      message: words[language].overwrite,
      options: paths.map((path) => ({ value: path, label: basename(path), hint: path })),
      required: false,
    }),
  );
}

/** An answer; a person who breaks off has changed nothing. */
function answered<Answer>(answer: Answer): Exclude<Answer, symbol> {
  if (typeof answer === 'symbol') {
    throw new PlimsollError('cancelled', text('Nothing was written.', '未写入任何内容。'));
  }
  return answer as Exclude<Answer, symbol>;
}
