import { defineManualControl } from '../../core/controls/control.ts';
import { host } from '../../core/subjects/host/host.ts';

export const hostRuntimeDetection = defineManualControl({
  id: 'host-runtime-detection',
  subject: host,
  rating: ['weakness', 'open'],
  title: {
    en: 'What containers do at run time is watched, and alarms are answered',
    zh: '容器运行时行为受监控，告警有人响应',
  },
  failingTitle: {
    en: 'What containers do at run time is not watched, or alarms go unanswered',
    zh: '容器运行时行为未受监控，或告警无人响应',
  },
  rationale: {
    en: 'Settings keep most attacks out; an attack that gets in shows in its behaviour: a shell in a web server, a new program, a new connection. If nobody is alerted, it stays for months.',
    zh: '配置能挡住大多数攻击，得手的攻击只能从行为上发现：Web 服务器里冒出 shell、出现新程序、建立从未有过的连接。若无人收到告警，它可能潜伏数月。',
  },
  remediation: {
    en: 'Run a sensor that sees system calls of all containers, such as Falco or Tetragon, send its alarms to where somebody is on duty, and try it: a shell in a test container must raise one.',
    zh: '部署可观测所有容器系统调用的探针（如 Falco、Tetragon），告警发送至有人值守处，并实测：在测试容器中打开 shell 应触发告警。',
  },
  question: {
    en: 'Which sensor watches what the containers on this host do, where do its alarms go, who answers them and how fast, and when was that last tried? Attach the rules in force, one alarm with its handling, and the record of the last trial.',
    zh: '由什么探针监控该宿主机上容器的行为？告警发往何处、由谁在多长时间内响应？最近一次验证是何时？请附生效的规则、一条告警及其处置记录、最近一次验证记录。',
  },
  references: ['https://csrc.nist.gov/pubs/sp/800/190/final', 'https://falco.org/docs/'],
});
