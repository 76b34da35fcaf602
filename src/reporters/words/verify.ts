import type { Words } from './table.ts';

/** How the evidence is verified. */
export const verifyWords = {
  'verify.how': {
    en: 'All evidence is in one signed bundle. These commands show that no byte of it was changed, and who signed it.',
    zh: '全部证据保存在一个已签名的证据包中。以下命令可核验其内容未被改动，并确认签署者。',
  },
  'verify.unsigned': {
    en: 'All evidence is in one bundle that is not signed: this command finds damage, but does not show who made the bundle.',
    zh: '全部证据保存在一个未签名的证据包中：以下命令可发现内容损坏，但不能证明由谁生成。',
  },
  'verify.bundle': { en: 'SHA-256 of the bundle', zh: '证据包的 SHA-256' },
  'verify.key': {
    en: 'SHA-256 of the key that the bundle claims as its signer',
    zh: '声称的签名公钥的 SHA-256',
  },
  'verify.here': { en: 'With this tool', zh: '使用本工具' },
  'verify.elsewhere': {
    en: 'Without this tool and without a network',
    zh: '不使用本工具，且无需联网',
  },
  'verify.names': {
    en: 'KEY.pub is the public key in PEM that its owner gave to you: a key that came with the bundle shows nothing. The bundle may have another name.',
    zh: 'KEY.pub 为签署者另行提供的 PEM 格式公钥；随证据包一并收到的公钥不能证明任何事项。证据包的文件名可能不同。',
  },
} as const satisfies Words;
