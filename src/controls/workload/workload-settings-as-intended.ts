import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { comparedWithFile } from '../blocks/drift/pair.ts';
import { agreesWithFile, ignoring } from '../blocks/drift/part.ts';
import { settingParts } from '../blocks/drift/settings.ts';

export const workloadSettingsAsIntended = defineControl({
  id: 'workload-settings-as-intended',
  subject: workload,
  rating: ['weakness', 'open'],
  title: {
    en: 'The container’s command, environment, health check and log match its Compose file',
    zh: '容器的启动命令、环境变量、健康检查与日志同其 Compose 文件一致',
  },
  failingTitle: {
    en: 'The container’s command, environment, health check or log differ from its Compose file',
    zh: '容器的启动命令、环境变量、健康检查或日志与其 Compose 文件不一致',
  },
  rationale: {
    en: 'A command with a debugging flag, a variable that switches a check off, logs that go elsewhere: each is harmless alone, and shows that what runs is not what anybody wrote down.',
    zh: '带调试参数的命令、关闭校验的变量、改到别处的日志，单看无害，却说明实际运行的并非书面配置。',
  },
  remediation: {
    en: 'Make it anew from the file: docker compose up -d --force-recreate SERVICE. Variables come from where the scan ran as well: scan with the .env or the files of variables (--compose-env-file) that were used to deploy.',
    zh: '按文件重新创建：docker compose up -d --force-recreate 服务名。变量的值也取自扫描环境，扫描时应使用部署所用的 .env 或变量文件（--compose-env-file）。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/compose/up/',
    'https://docs.docker.com/reference/compose-file/services/',
  ],
  params: ignoring(['command', 'environment', 'healthCheck', 'logging', 'labels']),
  applies: comparedWithFile,
  check: agreesWithFile(settingParts),
});
