import type { AdmissionDecision } from '../../admission.ts';
import { text, type Language } from '../../index.ts';
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
} as const;

/** A decision for a person: what becomes of the request, and each reason with what to do about it. */
export function sayDecision(decision: AdmissionDecision, language: Language): string {
  const { allowed, denials, workload, path, user, engineRead, others } = decision;
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
    ...denials.flatMap(({ what, control, severity, remediation }) => [
      `  ${[severity && severityWords[severity][language], control, what[language]].filter((each) => each !== undefined).join('  ')}`,
      ...(remediation ? [`    → ${remediation[language]}`] : []),
    ]),
    ...counts,
    ...(engineRead ? [] : [`  ${words.unread[language]}`]),
  ];
  return lines.map(showIndented).join('\n');
}

/** A line that is safe for a terminal, with its own indent. */
function showIndented(line: string): string {
  const said = line.trimStart();
  return `${' '.repeat(line.length - said.length)}${show(said)}`;
}
