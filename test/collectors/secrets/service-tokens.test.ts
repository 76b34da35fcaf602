import { describe, expect, it } from 'vitest';
import { findSecrets } from '../../../src/syntax/secrets/find-secrets.ts';
import { ruleFor } from '../../../src/collectors/redaction/create-redactor.ts';

const hex = (length: number): string => '89abcdef01234567'.repeat(10).slice(0, length);
const mixed = (length: number): string => 'a1B2c3D4e5F6g7H8i9J0'.repeat(10).slice(0, length);

// Joined here so that no scanner of this repository takes an example for the real thing.
const tokens: readonly (readonly [string, ...string[]])[] = [
  ['Telegram', '123456789', ':', mixed(35)],
  ['Telegram, longer', '1234567890', ':', `AA-_${mixed(31)}`],
  ['PyPI', 'pypi', '-AgEIcHlwaS5vcmc', mixed(60)],
  ['Google OAuth', 'GOC', 'SPX-', mixed(28)],
  ['Google', 'ya', '29.', mixed(40)],
  ['SendGrid', 'SG', '.', mixed(22), '.', mixed(43)],
  ['Twilio', 'S', 'K', hex(32)],
  ['OpenAI', 'sk', '-proj-', mixed(48)],
  ['Anthropic', 'sk', '-ant-api03-', mixed(60)],
  ['Hugging Face', 'h', 'f_', mixed(34)],
  ['Groq', 'gs', 'k_', mixed(52)],
  ['Discord', 'M', mixed(23), '.', mixed(6), '.', mixed(38)],
  ['Azure', 'abc', '8Q', '~', mixed(34)],
  ['Vault', 'hv', 's.', mixed(40)],
  ['Doppler', 'dp', '.pt.', mixed(43)],
  ['Terraform', mixed(14), '.atlas', 'v1.', mixed(64)],
  ['Tailscale', 'tsk', 'ey-auth-', mixed(30)],
  ['Alibaba Cloud', 'LT', 'AI', mixed(20)],
  ['Tencent Cloud', 'AK', 'ID', mixed(32)],
  ['Atlassian', 'ATA', 'TT3', mixed(100)],
  ['K3s', 'K1', '0', hex(64), '::server:', hex(32)],
  ['GitLab runner', 'GR13', '48941', mixed(20)],
  ['GitLab agent', 'gla', 'gent-', mixed(50)],
  ['OpenShift', 'sha', '256~', mixed(43)],
  ['NATS', 'S', 'U', 'ABCDEFGH'.repeat(7)],
];

describe('keys that services make recognisable', () => {
  it.each(tokens)('%s', (_, ...parts) => {
    const token = parts.join('');
    for (const text of [
      token,
      `x ${token} y`,
      `"${token}"`,
      `a=${token}`,
      `svc-${token}`,
      `t_${token}`,
    ]) {
      const [found] = findSecrets(text);
      expect(found && text.slice(found.start, found.end)).toContain(token);
    }
    // Wherever it stands: no name makes it harmless.
    expect(ruleFor('CLUSTER_ID', token)).toBeDefined();
  });

  it.each([
    ['Slack', 'https://hooks.slack.com/services/', 'T000/B000/abcdefghij0'],
    ['Discord', 'https://discord.com/api/webhooks/123456/', 'abcdefghij0'],
    ['Feishu', 'https://open.feishu.cn/open-apis/bot/v2/hook/', 'f47ac10b-58cc-4372'],
    ['WeCom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=', 'f47ac10b-58cc-4372'],
  ])('the address that posts to a chat of %s', (_, address, secret) => {
    const found = findSecrets(`notify ${address}${secret} x`);
    expect(found).toHaveLength(1);
    expect(found[0]?.rule).toBe('webhook');
  });
});

describe('names of secrets', () => {
  it.each([
    ...[
      'DBPW',
      'MYPASS',
      'CS2_RCONPW',
      'RCON_PW',
      'ROOTPASS',
      'FTP_PASS',
      'dbPass',
      'ADMINPWD',
      'LDAP_BINDPW',
    ],
    ...['数据库密码', 'DB_密码', '登录口令', '令牌', 'MIMA', 'MOT_DE_PASSE', 'SENHA'],
  ])('%s', (name) => {
    expect(ruleFor(name, 'hunter2')).toBe('secret-name');
    expect(findSecrets(`${name}=hunter2`)).toHaveLength(1);
    expect(findSecrets(`${name}: hunter2`)).toHaveLength(1);
  });

  it.each(['PWD', 'OLDPWD'])('%s is a folder', (name) => {
    expect(ruleFor(name, '/app')).toBeUndefined();
  });

  it.each([
    'BYPASS',
    'COMPASS',
    'DB_PASS_FILE',
    'MYPASS_PATH',
    'PASSIVE',
    'PASSTHROUGH',
    '密码文件_FILE',
  ])('%s is none', (name) => {
    expect(ruleFor(name, 'hunter2')).toBeUndefined();
  });
});

describe('what stands under the name of a secret and is none', () => {
  it.each([
    ['a folder', 'ACCESS_TOKEN=/root/path/'],
    ['a file in a folder', 'ACCESS_TOKEN=/root/path/token'],
    ['a folder beside', 'ACCESS_TOKEN=./path/tokens/'],
    ['a key file', 'SSH_KEY=id_ed25519'],
    ['a file of variables', 'SECRETS=.env'],
    [
      'a file that an option names',
      'mtproto-proxy -u nobody --aes-pwd proxy-secret proxy-multi.conf',
    ],
    ['a secret that an option names', 'docker service create --secret db-password web'],
    ['an error', 'DB_PASSWORD=${DB_PASSWORD:?set it first}'],
    ['an error in quotes', 'DB_PASSWORD="${DB_PASSWORD:?DB_PASSWORD is required}"'],
    ['an error without a colon', 'DB_PASSWORD=${DB_PASSWORD?error}'],
    ['what is to be put in', 'API_KEY=YOUR_API_KEY API_TOKEN=your-token-here'],
    ['the same in words', 'API_KEY=<your key> API_TOKEN=REPLACE_ME'],
  ])('%s', (_, text) => {
    expect(findSecrets(text)).toEqual([]);
  });
});
