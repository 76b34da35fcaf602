import { text, type Text } from '../../core/text.ts';

/** Why a signature of an image was not found good, as facts name it. */
export const signatureFaults = {
  'content-missing': text('what was signed is missing', '签名内容缺失'),
  'no-trusted-key': text('no key is trusted to sign images', '未指定可信的镜像签名公钥'),
  'not-verified': text('signatures of this kind are not verified', '不验证这种签名'),
  'of-another-image': text('it is made for another image', '该签名属于另一个镜像'),
  'untrusted-key': text('none of the trusted keys made it', '不是由可信公钥签署'),
} as const satisfies Readonly<Record<string, Text>>;

/** One of these reasons. */
export type SignatureFault = keyof typeof signatureFaults;
