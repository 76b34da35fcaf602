import { defineControl } from '../../core/controls/control.ts';
import { image } from '../../core/subjects/image.ts';
import { imageScan } from '../../core/subjects/image-scan.ts';
import { judgeScans } from '../blocks/image-scan/judge-scans.ts';
import { vulnerabilityPolicy } from '../blocks/image-scan/vulnerability-policy.ts';

export const imageScanned = defineControl({
  id: 'image-scanned',
  subject: image,
  rating: ['breach', 'remote'],
  title: {
    en: 'The image was scanned, and what was found is fixed',
    zh: '镜像已做漏洞扫描，发现的问题已修复',
  },
  failingTitle: {
    en: 'The image was not scanned, or vulnerabilities over the threshold are left',
    zh: '镜像未做漏洞扫描，或仍有超过阈值的漏洞',
  },
  rationale: {
    en: 'New flaws are published every day in packages that were clean when the image was built. Without a scan nobody knows which images have them; without a rebuild they keep them.',
    zh: '镜像构建时没有问题的软件包，每天都可能有新漏洞公布。不扫描就不知道哪些镜像受影响，不重建则漏洞一直存在。',
  },
  remediation: {
    en: 'Scan in the pipeline and again every day in the registry, for instance with trivy image --format json -o scan.json NAME, and name the report among the targets: plimsoll scan unix:///var/run/docker.sock scan.json. Rebuild with docker build --pull --no-cache when something is over the threshold.',
    zh: '在流水线中扫描，并每日对仓库中的镜像复扫，例如 trivy image --format json -o scan.json 镜像名，再把报告列入目标：plimsoll scan unix:///var/run/docker.sock scan.json。存在超过阈值的漏洞时，用 docker build --pull --no-cache 重新构建。',
  },
  references: ['https://docs.docker.com/scout/', 'https://csrc.nist.gov/pubs/sp/800/190/final'],
  params: vulnerabilityPolicy,
  check: (i, ctx) =>
    judgeScans(
      i.scans.flatMap((id) => ctx.find(imageScan, id) ?? []),
      ctx,
    ),
});
