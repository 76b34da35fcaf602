import { defineManualControl } from '../../core/controls/control.ts';
import { image } from '../../core/subjects/image.ts';

export const imageArtefactsVerified = defineManualControl({
  id: 'image-artefacts-verified',
  subject: image,
  rating: ['breach', 'remote'],
  title: {
    en: 'Signatures of artefacts are checked before they are used',
    zh: '制品在使用前均验证签名',
  },
  failingTitle: {
    en: 'Signatures of artefacts are not checked before they are used',
    zh: '制品在使用前未验证签名',
  },
  rationale: {
    en: 'A signature that nobody checks keeps nobody out. What is pulled into a build or onto a host has to be refused when its signature is missing or another’s, by the machine and every time.',
    zh: '签名若无人验证就形同虚设。拉入构建环境或主机的制品，一旦缺少签名或签名者不符，应由系统自动拒绝，且每次如此。',
  },
  remediation: {
    en: 'Verify in the pipeline before anything is deployed, cosign verify --key KEY NAME@sha256:…, let what deploys refuse the rest, and check what a Dockerfile downloads: ADD --checksum=sha256:…, gpg --verify.',
    zh: '部署前在流水线中验证：cosign verify --key 公钥 镜像名@sha256:…，并由部署环节拒绝未通过者；Dockerfile 中下载的文件也要校验：ADD --checksum=sha256:…、gpg --verify。',
  },
  references: [
    'https://docs.sigstore.dev/cosign/verifying/verify/',
    'https://docs.docker.com/build/metadata/attestations/',
  ],
  question: {
    en: 'Which step verifies the signature of this image before it is run, against which key or identity, and what happens when that fails? Attach the configuration of the step, its log for this digest, and the record of one refusal.',
    zh: '该镜像运行前由哪个环节验证签名，依据哪把公钥或哪个身份，验证失败时如何处理？请附该环节的配置、针对此摘要的日志，以及一次拒绝的记录。',
  },
});
