import type { Text } from '../../core/text.ts';

/** Why a signature of an image was not found good, as facts name it. */
export const signatureFaults = {
  'content-missing': { en: 'what was signed is missing', zh: '签名内容缺失' },
  'no-trusted-key': { en: 'no key is trusted to sign images', zh: '未指定可信的镜像签名公钥' },
  'not-verified': { en: 'signatures of this kind are not verified', zh: '不验证这种签名' },
  'of-another-image': { en: 'it is made for another image', zh: '该签名属于另一个镜像' },
  'untrusted-key': { en: 'none of the trusted keys made it', zh: '不是由可信公钥签署' },
} as const satisfies Readonly<Record<string, Text>>;

/** One of these reasons. */
export type SignatureFault = keyof typeof signatureFaults;
