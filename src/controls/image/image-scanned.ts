import { defineManualControl } from '../../core/control.ts';
import { image } from '../../core/subjects/image.ts';

export const imageScanned = defineManualControl({
  id: 'image-scanned',
  subject: image,
  severity: 'medium',
  title: {
    en: 'The image was scanned, and what was found is mended',
    zh: '镜像已做漏洞扫描，发现的问题已修复',
  },
  rationale: {
    en: 'New flaws are published every day in packages that were clean when the image was built. Without a scan nobody knows which images have them; without a rebuild they keep them.',
    zh: '镜像构建时没有问题的软件包，每天都可能有新漏洞公布。不扫描就不知道哪些镜像受影响，不重建则漏洞一直存在。',
  },
  remediation: {
    en: 'Scan in the pipeline and again every day in the registry, for instance with trivy image NAME or docker scout cves NAME; rebuild with docker build --pull --no-cache when something that can be mended is over the threshold.',
    zh: '在流水线中扫描，并每日对仓库中的镜像复扫，例如 trivy image 镜像名 或 docker scout cves 镜像名；存在超过阈值且可修复的漏洞时，用 docker build --pull --no-cache 重新构建。',
  },
  references: ['https://docs.docker.com/scout/', 'https://csrc.nist.gov/pubs/sp/800/190/final'],
  question: {
    en: 'Was the image with this digest scanned for known flaws within the last 30 days, with a database not older than a week, and is each finding over your threshold mended or accepted by name? Attach the scanner’s report with its date, and the decisions on what was left.',
    zh: '该摘要的镜像在最近 30 天内是否做过漏洞扫描（漏洞库不早于一周），且超过阈值的每项发现均已修复或由责任人签署接受？请附带日期的扫描报告及遗留项的处置决定。',
  },
});
