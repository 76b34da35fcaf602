import { describeParameters, parameterSchema, periodOf } from '../../authoring.ts';
import { parametersOf, text, type AnyControl, type Catalog, type Language } from '../../index.ts';
import { breaksWords, guardOf, showsWords } from './link-words.ts';
import type { Page, Table } from '../terminal/page.ts';
import { typeInWords, valueInWords } from './parameter-words.ts';
import { ratingWords, reasonsOf, severityWords } from './severity-words.ts';
import type { Use } from './uses.ts';

const headings = {
  failing: text('What a failure says', '未通过时的表述'),
  why: text('Why it matters', '为何重要'),
  severity: text('Severity', '严重程度'),
  holds: text('How long findings hold', '证据有效期'),
  remedy: text('What to do', '处置方法'),
  applies: text('Where it applies', '适用范围'),
  params: text('Parameters', '参数'),
  uses: text('Gives evidence for', '为以下要求提供证据'),
  references: text('References', '参考资料'),
  question: text('For a person to answer', '需人工核查'),
};

const columns = {
  params: [
    text('Name', '名称'),
    text('Type', '类型'),
    text('Value', '取值'),
    text('Meaning', '含义'),
  ],
  uses: [
    text('Requirement', '要求'),
    text('Title', '标题'),
    text('A pass shows', '通过可证明'),
    text('A failure', '未通过的影响'),
    text('Reason', '理由'),
  ],
} as const;

const applicability = {
  always: text(
    'To every subject of its kind. Where there is nothing to judge, the finding is not-applicable, with the reason.',
    '适用于该类的所有对象；无可判定的内容时给出“不适用”并说明理由。',
  ),
  sometimes: text(
    'To subjects of its kind that have something to judge. On any other the finding is not-applicable, with the reason.',
    '适用于该类中具备相应检查内容的对象；对其余对象给出“不适用”并说明理由。',
  ),
} as const;

/**
 * Explains one control of a catalog: everything that its author wrote, the parameters in force, and the
 * requirements that it feeds.
 */
export function explainControl(
  control: AnyControl,
  catalog: Catalog,
  uses: readonly Use[],
  language: Language,
): Page {
  const { id, title, failingTitle, rationale, remediation, references, question, subject, rating } =
    control;
  const severity = catalog.severities[id] ?? control.severity;
  const applies = control.applies ? applicability.sometimes : applicability.always;
  return {
    data: {
      id,
      kind: subject.kind,
      severity,
      rating: rating ? { impact: rating[0], exposure: rating[1] } : null,
      title,
      failingTitle,
      rationale,
      remediation,
      alwaysApplies: control.applies === undefined,
      holds: control.holds,
      references,
      params: parametersOf(catalog, control),
      parameters: parameterSchema(control, language),
      uses,
      question,
    },
    title: title[language],
    subtitle: `${id} · ${subject.label[language]} · ${severityWords[severity][language]}`,
    sections: [
      { heading: headings.failing[language], lines: failingTitle ? [failingTitle[language]] : [] },
      { heading: headings.why[language], lines: [rationale[language]] },
      { heading: headings.severity[language], lines: severityOf(control, catalog, language) },
      { heading: headings.holds[language], lines: periodLines(control, language) },
      { heading: headings.question[language], lines: question ? [question[language]] : [] },
      { heading: headings.remedy[language], lines: remediation[language].split('\n') },
      { heading: headings.applies[language], lines: [applies[language]] },
      {
        heading: headings.params[language],
        table: tableOf(columns.params, parameterRows(control, catalog, language), [0, 2], language),
      },
      {
        heading: headings.uses[language],
        table: tableOf(columns.uses, useRows(uses, language), [0], language),
      },
      { heading: headings.references[language], lines: references },
    ],
  };
}

function severityOf(control: AnyControl, catalog: Catalog, language: Language): readonly string[] {
  const severity = catalog.severities[control.id] ?? control.severity;
  const { rating } = control;
  if (severity !== control.severity) {
    return [
      text(
        `${severity}, set by this catalog; the control’s own severity is ${control.severity}.`,
        `${severityWords[severity].zh}（由本控制目录设定，原为${severityWords[control.severity].zh}）。`,
      )[language],
    ];
  }
  if (!rating) return [];
  const summary = `${severityWords[severity][language]}${text(': ', '：')[language]}${rating.map((each) => ratingWords[each][language]).join(' × ')}`;
  return [summary, ...reasonsOf(rating, language)];
}

function periodLines(control: AnyControl, language: Language): readonly string[] {
  const { holds } = control;
  if (holds === undefined) return [];
  const period = periodOf(control);
  const days = text(holds === 1 ? '1 day' : `${holds} days`, `${holds} 天`)[language];
  if (period?.days !== holds) return [days];
  return [
    `${days}${text(': ', '：')[language]}${period.why[language]}${text('.', '。')[language]}`,
  ];
}

function parameterRows(control: AnyControl, catalog: Catalog, language: Language) {
  const inForce = parametersOf(catalog, control);
  return describeParameters(control).map(({ name, schema, default: byDefault, words }) => {
    const value = valueInWords(inForce[name], schema);
    const usual = valueInWords(byDefault, schema);
    const shown =
      value === usual
        ? value
        : text(`${value} (default ${usual})`, `${value}（默认 ${usual}）`)[language];
    return [name, typeInWords(schema, language), shown, words?.[language] ?? ''];
  });
}

const useRows = (uses: readonly Use[], language: Language) =>
  uses.map(({ framework, requirement, title, shows, breaks, reason, guard }) => [
    `${framework}:${requirement}`,
    title[language],
    showsWords[shows][language],
    breaksWords[breaks][language],
    `${reason[language]}${guardOf(guard)}`,
  ]);

const tableOf = (
  head: readonly Readonly<Record<Language, string>>[],
  rows: Table['rows'],
  code: readonly number[],
  language: Language,
): Table => ({ head: head.map((word) => word[language]), rows, code });
