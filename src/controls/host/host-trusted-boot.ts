import { defineManualControl } from '../../core/controls/control.ts';
import { host } from '../../core/subjects/host/host.ts';

export const hostTrustedBoot = defineManualControl({
  id: 'host-trusted-boot',
  subject: host,
  rating: ['takeover', 'remote'],
  title: {
    en: 'The host starts only what is trusted',
    zh: '宿主机仅启动可信程序',
  },
  failingTitle: {
    en: 'The host starts programs that nothing verified',
    zh: '宿主机会启动未经验证的程序',
  },
  rationale: {
    en: 'What starts before the kernel can change everything after it, audit and this report included. A boot that is verified, or measured and attested, is the one place from which trust in the rest can begin.',
    zh: '先于内核启动的代码可以改变其后的一切，包括审计和本报告。只有经过校验，或经度量并可远程证明的启动过程，才能作为后续信任的起点。',
  },
  remediation: {
    en: 'Switch Secure Boot on in the firmware and see it with mokutil --sb-state; where a TPM is there, let an attestation service compare its measurements at each boot.',
    zh: '在固件中启用安全启动，并用 mokutil --sb-state 确认；具备 TPM 的，应由证明服务在每次启动时比对度量值。',
  },
  question: {
    en: 'Is boot verified (Secure Boot with keys that you control) or measured and attested on this host, who is notified when it does not match, and are firmware settings protected? Attach the output of mokutil --sb-state, or the attestation service’s record for this host.',
    zh: '该宿主机的启动是否经过校验（密钥可控的安全启动）或度量与证明？不符时通知谁？固件设置是否受保护？请附 mokutil --sb-state 的输出，或证明服务中该主机的记录。',
  },
  references: [
    'https://uefi.org/specifications',
    'https://csrc.nist.gov/pubs/sp/800/155/ipd',
    'https://csrc.nist.gov/pubs/sp/800/190/final',
  ],
});
