import type { Exposure, Impact, Rating } from '../../authoring.ts';
import { text, type Language, type Severity, type Text } from '../../index.ts';

/** Severities in words. */
export const severityWords = {
  critical: text('critical', '严重'),
  high: text('high', '高'),
  medium: text('medium', '中'),
  low: text('low', '低'),
} as const satisfies Record<Severity, Text>;

/** What is gained when a control fails, shorter than docs/severity.md says it. */
const impacts = {
  takeover: text(
    'takeover: it gives control of the host or of the engine',
    '接管（takeover）：可取得宿主机或引擎的控制权',
  ),
  breach: text(
    'breach: it gives secrets, data or control of another workload',
    '泄露（breach）：可获取敏感凭据、数据或其他工作负载的控制权',
  ),
  disruption: text(
    'disruption: the host or workloads are slowed, stopped or permanently changed, or nobody can show what happened',
    '中断（disruption）：宿主机或工作负载被拖慢、中断或被永久改动，或事后无从取证',
  ),
  weakness: text(
    'weakness: nothing by itself, but noticing, recovering or tidying up becomes harder',
    '弱化（weakness）：本身无直接后果，但更难发现、恢复或清理',
  ),
} as const satisfies Record<Impact, Text>;

/** What else must be true. */
const exposures = {
  open: text('open: nothing else must be true', '无需条件（open）：无需其他条件'),
  'one step': text(
    'one step: one more ordinary condition must be true',
    '一步之遥（one step）：还需满足一个常见条件',
  ),
  remote: text(
    'remote: a second barrier must fail too, or a person must make a mistake',
    '条件较多（remote）：还需另一道防线失效，或有人出错',
  ),
} as const satisfies Record<Exposure, Text>;

/** Both halves of a rating, as they are multiplied. */
export const ratingWords = {
  takeover: text('takeover', '接管'),
  breach: text('breach', '泄露'),
  disruption: text('disruption', '中断'),
  weakness: text('weakness', '弱化'),
  open: text('open', '无需条件'),
  'one step': text('one step', '一步之遥'),
  remote: text('remote', '条件较多'),
} as const satisfies Record<Impact | Exposure, Text>;

/** The reasons of a severity as lines, from the rating that it was derived from. */
export const reasonsOf = ([impact, exposure]: Rating, language: Language): readonly string[] => [
  impacts[impact][language],
  exposures[exposure][language],
];
