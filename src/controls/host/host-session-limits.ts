import { defineManualControl } from '../../core/controls/control.ts';
import { host } from '../../core/subjects/host/host.ts';

export const hostSessionLimits = defineManualControl({
  id: 'host-session-limits',
  subject: host,
  rating: ['takeover', 'remote'],
  title: {
    en: 'Idle sessions of administrators end, and failed logins are limited',
    zh: '管理会话超时退出，登录尝试受限',
  },
  failingTitle: {
    en: 'Administrators’ idle sessions stay open, or failed logins are not bounded',
    zh: '管理会话不会超时退出，或登录尝试不受限',
  },
  rationale: {
    en: 'A session that was left open at a desk or on a stolen laptop is root without a password; without a bound on failed logins, passwords can be tried until one fits.',
    zh: '无人看管的会话或失窃电脑上未退出的会话，等于免口令的 root；不限制失败次数，口令就可以一直试下去。',
  },
  remediation: {
    en: 'Set ClientAliveInterval and ClientAliveCountMax and MaxAuthTries in sshd_config, readonly TMOUT=900 in /etc/profile.d/timeout.sh, and pam_faillock with deny= and unlock_time=.',
    zh: '在 sshd_config 中设置 ClientAliveInterval、ClientAliveCountMax 和 MaxAuthTries，在 /etc/profile.d/timeout.sh 中设置 readonly TMOUT=900，并为 pam_faillock 配置 deny= 和 unlock_time=。',
  },
  question: {
    en: 'After how many minutes without input does an administrator’s session on this host end, after how many failed logins is an account locked, and for how long? Attach the settings of sshd, the shell and PAM, or those of the bastion where it is what enforces them.',
    zh: '管理员在该宿主机上的会话空闲多少分钟后退出？失败多少次后锁定账户、锁定多久？请附 sshd、shell 和 PAM 的配置；由堡垒机控制的，附堡垒机配置。',
  },
  references: [
    'https://man.openbsd.org/sshd_config',
    'https://man7.org/linux/man-pages/man8/pam_faillock.8.html',
  ],
});
