import { text } from '../../core/text.ts';
import { BlockList, isIP } from 'node:net';
import { PlimsollError } from '../../core/errors.ts';

const familyOf = (address: string): 'ipv4' | 'ipv6' | undefined => {
  const version = isIP(address);
  return version === 0 ? undefined : version === 4 ? 'ipv4' : 'ipv6';
};

/**
 * Makes what knows whether an address is one of these.
 *
 * @param allowed addresses and networks, as `10.2.0.0/16`
 * @throws PlimsollError `config-invalid` for what is neither
 */
export function believedAddresses(
  allowed: readonly string[],
): (address: string | undefined) => boolean {
  const list = new BlockList();
  for (const each of allowed) {
    const [address = '', bits, more] = each.split('/');
    const family = familyOf(address);
    const prefix = bits === undefined ? undefined : Number(bits);
    const isWrong =
      family === undefined ||
      more !== undefined ||
      (bits !== undefined && !/^\d{1,3}$/.test(bits)) ||
      (prefix ?? 0) > (family === 'ipv4' ? 32 : 128);
    if (isWrong) {
      throw new PlimsollError(
        'config-invalid',
        text(`${each} is no address and no network.`, `${each} 既不是地址也不是网络。`),
        {
          hint: text(
            'Write it as 127.0.0.1, ::1 or 10.2.0.0/16.',
            '请写作 127.0.0.1、::1 或 10.2.0.0/16。',
          ),
        },
      );
    }
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, prefix, family);
  }
  return (address = '') => {
    // A socket of both families writes addresses of the fourth version like this.
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
    const family = familyOf(plain);
    return family !== undefined && list.check(plain, family);
  };
}
