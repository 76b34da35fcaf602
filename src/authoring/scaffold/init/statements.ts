import type { InitAnswers } from './answers.ts';

/** A day as many years later; the 29th of February becomes the 28th. */
const yearsAfter = (day: string, years: number): string =>
  `${Number(day.slice(0, 4)) + years}${day.slice(4)}`.replace(/-02-29$/, '-02-28');

/** A waiver, and what it is for, commented out: nothing is waived before somebody decides it. */
export const waiverExample = ({ language, today }: InitAnswers): string =>
  ({
    en: `# yaml-language-server: $schema=../node_modules/plimsoll/schemas/waiver.schema.json
#
# A waiver accepts a failure for a reason and a limited time. The failure stays visible in every report.
# Every .yaml file in this folder is read: one waiver in each, or a list. Remove the comment signs to use this one.
#
# control: workload-not-privileged
# scope: { compose: { project: shop, service: driver } }
# reason: The vendor's driver loads a kernel module.
# owner: Wang Fang
# approver: Chen Jing
# from: ${today}
# until: ${yearsAfter(today, 1)} # the last day on which it holds
`,
    zh: `# yaml-language-server: $schema=../node_modules/plimsoll/schemas/waiver.schema.json
#
# 风险接受即在限定期限内、出于明确理由接受某项不符合；该不符合项在所有报告中仍然可见。
# 本目录下的 .yaml 文件都会被读取，每个文件写一条或一组。去掉下面的注释符即可启用。
#
# control: workload-not-privileged
# scope: { compose: { project: shop, service: driver } }
# reason: 厂商驱动需要加载内核模块。
# owner: 王芳
# approver: 陈静
# from: ${today}
# until: ${yearsAfter(today, 1)} # 最后有效日
`,
  })[language];

/** An attestation, and what it is for, commented out. */
export const attestationExample = ({ language, today, frameworks }: InitAnswers): string => {
  const framework = (frameworks[0] ?? 'pci-dss-4.0.1').replace(/@.*$/, '');
  const fields = (statement: string, person: string, role: string, last: string): string =>
    `# framework: ${framework}
# requirement: '1'
# statement: ${statement}
# person: ${person}
# role: ${role}
# date: ${today}
# until: ${yearsAfter(today, 1)} # ${last}
`;
  return {
    en: `# yaml-language-server: $schema=../node_modules/plimsoll/schemas/attestation.schema.json
#
# An attestation is a person's dated statement for a requirement that no control can show. Drafts of all that a
# framework leaves to people are written by: plimsoll attest ${framework}
#
${fields('The policy is reviewed each March.', 'Wang Fang', 'Head of security', 'the last day on which it holds')}`,
    zh: `# yaml-language-server: $schema=../node_modules/plimsoll/schemas/attestation.schema.json
#
# 声明由责任人对控制项无法证明的要求作出，须注明日期。可用以下命令为框架中所有须由人员声明的要求生成草稿：
# plimsoll attest ${framework}
#
${fields('该制度于每年三月评审。', '王芳', '安全负责人', '最后有效日')}`,
  }[language];
};
