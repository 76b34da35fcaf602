import { defineControl } from '../../core/controls/control.ts';
import { imageScan } from '../../core/subjects/image-scan.ts';
import { text } from '../../core/text.ts';
import { notApplicable } from '../../core/controls/verdict.ts';
import { judgeScans } from '../blocks/image-scan/judge-scans.ts';
import { vulnerabilityPolicy } from '../blocks/image-scan/vulnerability-policy.ts';

export const imageScanVulnerabilities = defineControl({
  id: 'image-scan-vulnerabilities',
  subject: imageScan,
  rating: ['breach', 'remote'],
  title: {
    en: 'A scan of an image that is nowhere else found nothing over the threshold',
    zh: '未部署镜像的扫描结果未超过漏洞阈值',
  },
  failingTitle: {
    en: 'A scan of an image that is nowhere else found vulnerabilities over the threshold',
    zh: '未部署镜像的扫描结果超过漏洞阈值',
  },
  rationale: {
    en: 'A pipeline scans an image before any engine has it. What is found there is cheapest to fix: nothing runs yet.',
    zh: '流水线在镜像部署之前就已完成扫描。此时尚无容器运行，修复成本最低。',
  },
  remediation: {
    en: 'Rebuild on a fixed base with docker build --pull --no-cache, raise the packages that the finding names to the versions behind the arrow, and scan again.',
    zh: '用 docker build --pull --no-cache 基于已修复的基础镜像重新构建，把结果中列出的软件包升级到箭头后的版本，再重新扫描。',
  },
  references: ['https://csrc.nist.gov/pubs/sp/800/190/final'],
  params: vulnerabilityPolicy,
  applies: ({ images, coversVulnerabilities }) => {
    if (images.length > 0) {
      return notApplicable(
        text(
          'The image itself is among the targets and is judged by it',
          '镜像本身在目标之中，已据此判定',
        ),
      );
    }
    return (
      coversVulnerabilities ||
      notApplicable(
        text('The report lists packages, but no vulnerabilities', '仅列出软件包，不含漏洞检测'),
      )
    );
  },
  check: (scan, ctx) => judgeScans([scan], ctx),
});
