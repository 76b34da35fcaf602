import {
  isEffective,
  type AdmissionDecision,
  type Denial,
  type Exemption,
} from '../../admission.ts';
import { text, type Language, type Text } from '../../index.ts';
import { severityWords } from '../explain/severity-words.ts';
import { show } from '../terminal/print-text.ts';

const words = {
  allowed: text('allowed', '放行'),
  refused: text('refused', '拒绝'),
  observed: text('allowed, would be refused', '放行，强制模式下将被拒绝'),
  unread: text(
    'the engine was not read, so that what it decides is unknown',
    '未读取引擎，由其决定的内容均为无法判定',
  ),
  unknown: text('cannot say', '无法判定'),
  fail: text('fail and do not refuse', '未通过但不拒绝'),
  waived: text('accepted by waivers', '已接受风险'),
  exempted: text('exempted by', '豁免，批准人'),
  until: text('until', '有效期至'),
  lapsed: text('its exemption ended', '豁免已到期'),
  ended: text('an exemption has ended and exempts nothing', '豁免已到期，不再生效'),
  broken: text('the glass is broken: everything is let through', '紧急豁免生效：全部放行'),
} as const;

/** A decision for a person: what becomes of the request, and each reason with what to do about it. */
export function sayDecision(decision: AdmissionDecision, language: Language): string {
  const { allowed, denials, exempted, workload, path, user, engineRead, others } = decision;
  const verdict = !allowed ? words.refused : denials.length > 0 ? words.observed : words.allowed;
  const about = workload
    ? [workload.name, workload.image].filter((each) => each !== '').join(' ')
    : path;
  const counts = (['fail', 'waived', 'unknown'] as const).flatMap((state) => {
    const ids = others[state];
    return ids.length === 0 ? [] : [`  ${words[state][language]}: ${ids.join(', ')}`];
  });
  const lines = [
    `${verdict[language]}  ${about}${user === '' ? '' : `  (${user})`}`,
    ...denials.flatMap((denial) => [
      `  ${sayReason(denial, language)}`,
      ...(denial.lapsed ? [`    ${words.lapsed[language]}: ${denial.lapsed}`] : []),
      ...(denial.remediation ? [`    → ${denial.remediation[language]}`] : []),
    ]),
    ...exempted.flatMap((each) => [
      `  ${sayReason(each, language)}`,
      `    ${words.exempted[language]} ${sayExemption(each.exemption, language)}`,
    ]),
    ...counts,
    ...(engineRead ? [] : [`  ${words.unread[language]}`]),
  ];
  return lines.map(showIndented).join('\n');
}

/** What a file of exemptions holds that somebody should know of: glass that is broken, and what has ended. */
export function sayExemptions(
  exemptions: readonly Exemption[],
  at: string,
  language: Language,
): string {
  return exemptions
    .filter((each) => each.breakGlass === true || !isEffective(each, at))
    .map((each) => {
      const state = isEffective(each, at) ? words.broken : words.ended;
      return show(`${state[language]}: ${sayExemption(each, language)}`);
    })
    .join('\n');
}

/** Said beside why a file of exemptions cannot be read. */
export const nothingExempted: Text = text(
  'Nothing is exempted until it can be read.',
  '在其可读取之前，不豁免任何请求。',
);

const sayExemption = ({ approver, reason, until }: Exemption, language: Language): string =>
  `${approver} (${reason}), ${words.until[language]} ${until}`;

const sayReason = ({ severity, control, what }: Denial, language: Language): string =>
  [severity && severityWords[severity][language], control, what[language]]
    .filter((each) => each !== undefined)
    .join('  ');

/** A line that is safe for a terminal, with its own indent. */
function showIndented(line: string): string {
  const said = line.trimStart();
  return `${' '.repeat(line.length - said.length)}${show(said)}`;
}
