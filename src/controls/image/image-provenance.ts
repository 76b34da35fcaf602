import { any } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { image } from '../../core/subjects/image.ts';
import { inBoth, joinTexts, text, type Text } from '../../core/text.ts';
import { signatureFaults } from '../../knowledge/verification/signature-faults.ts';
import { fail } from '../../core/controls/verdict.ts';

export const imageProvenance = defineControl({
  id: 'image-provenance',
  subject: image,
  rating: ['breach', 'remote'],
  title: {
    en: 'A signature or an attestation tells where the image comes from',
    zh: '镜像附有签名或来源证明',
  },
  failingTitle: {
    en: 'No signature or attestation tells where the image comes from',
    zh: '镜像没有签名或来源证明',
  },
  rationale: {
    en: 'Without one, nothing ties an image to the source and the pipeline that are believed to have made it: a copy with a back door looks the same as the real one.',
    zh: '没有签名或来源证明，镜像与其声称的源码和流水线之间就没有任何凭据：植入后门的副本与真品无法区分。',
  },
  remediation: {
    en: 'Let the build attest, docker buildx build --provenance=mode=max --sbom=true --push -t NAME ., sign what was pushed, cosign sign NAME@sha256:…, and keep images in the containerd store ("features": {"containerd-snapshotter": true} in daemon.json), which keeps both beside them.',
    zh: '构建时生成证明：docker buildx build --provenance=mode=max --sbom=true --push -t 镜像名 .；对推送结果签名：cosign sign 镜像名@sha256:…；并使用 containerd 镜像存储（daemon.json 中 "features": {"containerd-snapshotter": true}），它会一并保存二者。',
  },
  references: [
    'https://docs.docker.com/build/metadata/attestations/',
    'https://docs.docker.com/engine/storage/containerd/',
    'https://slsa.dev/spec/v1.0/provenance',
  ],
  check: any(
    (i) =>
      i.provenance.attestations > 0 ||
      fail(text('The index refers to no attestation', '其索引未引用任何证明')),
    (i) => {
      const { signatures } = i.provenance;
      if (signatures.some(({ error }) => error === null)) return true;
      const errors = joinTexts(
        signatures.flatMap(({ error }) => (error === null ? [] : [wordsOf(error)])),
      );
      return fail(
        signatures.length > 0
          ? text(`Signatures are not valid: ${errors.en}`, `签名无效：${errors.zh}`)
          : text('No signature of it was verified', '未验证到任何签名'),
      );
    },
  ),
});

const wordsOf = (error: string): Text =>
  Object.entries(signatureFaults).find(([name]) => name === error)?.[1] ?? inBoth(error);
