import { z } from 'zod';
import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { fail, notApplicable, pass, unknown } from '../../core/controls/verdict.ts';
import { alertPriorities } from '../../core/subjects/workload/detections.ts';
import { workload, type WorkloadFacts } from '../../core/subjects/workload/workload.ts';
import { joinTexts, text, type Text } from '../../core/text.ts';
import { idle, notRunning } from '../blocks/workload/while-running.ts';

type Detection = NonNullable<WorkloadFacts['detections']>[number];
type Alert = Detection['alerts'][number];

interface Params {
  readonly priority: Alert['priority'];
  readonly hours: number;
  readonly silentMinutes: number;
}

function describe({ rule, priority, program, object, count, lastAt }: Alert): Text {
  const about = [program, object].filter((each) => each !== '').join(', ');
  return text(
    `${rule} (${priority}): ${count} alerts, the last at ${lastAt}${about && `, about ${about}`}`,
    `${rule}（${priority}）：${count} 条告警，最近一条为 ${lastAt}${about && `，涉及 ${about}`}`,
  );
}

/** Why a log without alerts is no proof of the time that counts; `undefined` where it is one. */
function doubt({ log, watched }: Detection, from: number, to: number): Text | undefined {
  if (watched === null) {
    return text(
      `${log} does not show that its sensor watched this host`,
      `${log} 未表明其探针监控了该主机`,
    );
  }
  const { lost } = watched;
  if (lost !== 0) {
    return lost === null
      ? text(
          `${log} does not say how many events the sensor lost`,
          `${log} 未说明探针丢失了多少事件`,
        )
      : text(`The sensor of ${log} lost ${lost} events`, `${log} 的探针丢失了 ${lost} 个事件`);
  }
  if (Date.parse(watched.from) <= from && Date.parse(watched.until) >= to) return undefined;
  return text(
    `${log} shows that its sensor watched from ${watched.from} to ${watched.until} only`,
    `${log} 仅表明其探针在 ${watched.from} 至 ${watched.until} 期间进行监控`,
  );
}

export const workloadNoRuntimeAlerts = defineControl({
  id: 'workload-no-runtime-alerts',
  subject: workload,
  rating: ['breach', 'one step'],
  title: {
    en: 'No run-time security alert was raised about the container',
    zh: '容器未触发运行时安全告警',
  },
  failingTitle: {
    en: 'Run-time security alerts were raised about the container',
    zh: '容器触发了运行时安全告警',
  },
  rationale: {
    en: 'A sensor sees what no setting shows: a shell in a web server, a program that is not of the image. An alert stands until the container is replaced or the alert accepted with a reason.',
    zh: '探针能看到配置无法反映的行为：Web 服务器里冒出 shell、运行镜像之外的程序。容器被替换或告警经说明理由接受之前，告警一直有效。',
  },
  remediation: {
    en: 'Investigate each alert, and start the container anew from its image. Tune a wrong rule in the sensor; waive what is accepted. Name the log among the targets (falco:FILE), with Falco’s metrics in it (metrics.enabled, output_rule): without them no alert is no evidence.',
    zh: '逐条调查告警，再由镜像重新创建容器。误报在探针中调整规则，已接受的告警登记豁免。将日志列为目标（falco:FILE），其中须有 Falco 的指标（metrics.enabled、output_rule），否则没有告警不能作为证据。',
  },
  references: [
    'https://falco.org/docs/concepts/outputs/',
    'https://falco.org/docs/concepts/metrics/falco-metrics/',
  ],
  params: z.object({
    priority: z.enum(alertPriorities).default('notice').meta({
      en: 'Lowest priority that counts. Falco’s own rule for a shell in a container has notice.',
      zh: '计入的最低优先级。Falco 自带的容器内 shell 规则为 notice。',
    }),
    hours: z.number().positive().default(24).meta({
      en: 'Hours, or the time since the start of the container where that is less, that the sensor must have watched.',
      zh: '探针须已持续监控的小时数；容器启动时间更短的，自启动时起算。',
    }),
    silentMinutes: z.number().positive().default(120).meta({
      en: 'Minutes since the last sign of life of the sensor. Falco writes its metrics every hour by default.',
      zh: '距探针最近一次运行记录的分钟数上限。Falco 默认每小时写出一次指标。',
    }),
  }),
  applies: (w) => {
    if ((w.detections ?? []).length === 0) {
      return notApplicable(
        text('No log of a run-time sensor is among the targets', '目标中没有运行时探针的日志'),
      );
    }
    return w.lifecycle?.startedAt === null ? notApplicable(notRunning) : true;
  },
  check: all<WorkloadFacts, Params>(
    noneFails(
      (w) => w.detections ?? [],
      noneFails(
        ({ alerts }) => alerts,
        (alert, { params }) =>
          alertPriorities.indexOf(alert.priority) > alertPriorities.indexOf(params.priority) ||
          fail(describe(alert)),
      ),
    ),
    (w, { params, collectedAt }) => {
      const ended = idle.has(w.state) ? (w.lifecycle?.finishedAt ?? null) : null;
      const end = Date.parse(ended ?? collectedAt);
      const started = Date.parse(w.lifecycle?.startedAt ?? collectedAt);
      const from = Math.max(started, end - params.hours * 3_600_000);
      const to = ended === null ? end - params.silentMinutes * 60_000 : end;
      const doubts = (w.detections ?? []).map((each) => doubt(each, from, to));
      if (doubts.every((each) => each !== undefined)) return unknown(joinTexts(doubts));
      return pass(
        text(
          'The sensor watched, and raised no alert that counts; its rules are not known',
          '探针持续监控，未触发计入的告警；其规则无从得知',
        ),
      );
    },
  ),
});
