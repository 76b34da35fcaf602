import { defineManualControl } from '../../core/controls/control.ts';
import { host } from '../../core/subjects/host/host.ts';

export const hostHardeningBaseline = defineManualControl({
  id: 'host-hardening-baseline',
  subject: host,
  rating: ['takeover', 'remote'],
  title: {
    en: 'The host is hardened by a baseline for its system',
    zh: '宿主机按操作系统基线完成加固',
  },
  failingTitle: {
    en: 'The host is not hardened by a baseline for its system',
    zh: '宿主机未按操作系统基线完成加固',
  },
  rationale: {
    en: 'Every container shares the host’s kernel and trusts what runs beside the engine. A gap in the system below, an old package or an open service, undoes the best settings above it.',
    zh: '所有容器共用宿主机内核，并信任与引擎一同运行的一切。底层系统若有漏洞、旧软件包或多余服务，上层配置再好也形同虚设。',
  },
  remediation: {
    en: 'Choose a published baseline for this very system and release, apply it, and check it with a tool, such as oscap xccdf eval --profile PROFILE CONTENT.',
    zh: '为该系统及版本选定公开的加固基线并实施，再用工具核查，例如 oscap xccdf eval --profile 配置 内容文件。',
  },
  question: {
    en: 'By which baseline, and which version of it, was this host hardened, when was that last checked, and who accepted what deviates? Attach the report of the check with its date, and the list of accepted deviations.',
    zh: '该宿主机依据哪份基线（及其版本）加固？最近一次核查是何时？偏离项由谁批准？请附注明日期的核查报告和经批准的偏离清单。',
  },
  references: [
    'https://www.cisecurity.org/cis-benchmarks',
    'https://csrc.nist.gov/projects/national-checklist-program',
    'https://csrc.nist.gov/pubs/sp/800/190/final',
  ],
});
