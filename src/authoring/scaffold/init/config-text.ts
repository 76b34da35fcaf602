import type { InitAnswers } from './answers.ts';

const words = {
  en: {
    tailor:
      'Tailor or omit built-in controls, each with a reason; they are listed by: plimsoll list controls',
    reason: 'Small services',
    failOn: 'The lowest severity that makes the exit code 1: critical, high, medium, low or none.',
  },
  zh: {
    tailor: '可调整或排除内置控制项，均须写明理由；清单见：plimsoll list controls',
    reason: '均为小型服务',
    failOn: '使退出码为 1 的最低严重级别：critical、high、medium、low 或 none。',
  },
} as const;

/** The configuration of a new project, with its first control. */
export function configText({ frameworks, language }: InitAnswers, catalogId: string): string {
  const say = words[language];
  const listed = frameworks.map((each) => `'${each}'`).join(', ');
  return `import { builtin, definePlimsollConfig, extendCatalog } from 'plimsoll';
import { workloadOwnerLabelled } from './controls/workload-owner-labelled.ts';

export default definePlimsollConfig({
  catalog: extendCatalog(builtin, {
    id: '${catalogId}',
    add: [workloadOwnerLabelled],
    // ${say.tailor}
    // tailor: {
    //   'workload-pids-limit': { params: { max: 256 }, reason: '${say.reason}', by: 'J. Doe' },
    // },
  }),
  frameworks: [${listed}],
  language: '${language}',
  // ${say.failOn}
  failOn: 'high',
});
`;
}

/** The control with which a project begins; it is short, and there to be changed. */
export const firstControlText = `import { defineControl, workload } from 'plimsoll';

export const workloadOwnerLabelled = defineControl({
  id: 'workload-owner-labelled',
  subject: workload,
  severity: 'medium',
  title: { en: 'A label names its owner', zh: '以标签标明负责人' },
  failingTitle: { en: 'No label names its owner', zh: '未以标签标明负责人' },
  rationale: {
    en: 'When a container misbehaves, the person on call must know whom to ask.',
    zh: '容器出现异常时，值班人员须知道应联系谁。',
  },
  remediation: {
    en: 'Start it with --label com.example.owner=TEAM, or write it under labels in Compose.',
    zh: '启动时加 --label com.example.owner=TEAM，或在 Compose 的 labels 中写明。',
  },
  references: ['https://docs.docker.com/engine/manage-resources/labels/'],
  check: (w) => (w.labels['com.example.owner'] ?? '') !== '',
});
`;

/** Its test, in a folder that is so many steps below the project's. */
export const firstTestText = (
  runner: string,
  steps: number,
): string => `import { test } from '${runner}';
import { aWorkload, testControl } from 'plimsoll/testing';
import { workloadOwnerLabelled } from '${'../'.repeat(steps)}controls/workload-owner-labelled.ts';

test('workload-owner-labelled', () => {
  testControl(workloadOwnerLabelled, {
    pass: {
      'a team': aWorkload({ labels: { 'com.example.owner': 'payments' } }),
    },
    fail: {
      'no label': aWorkload(),
      'an empty one': aWorkload({ labels: { 'com.example.owner': '' } }),
    },
  });
});
`;
