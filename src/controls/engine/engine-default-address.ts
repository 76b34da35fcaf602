import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import { isAnyAddress } from '../../syntax/addresses/addresses.ts';
import { settingInForce } from '../blocks/engine/setting-in-force.ts';

export const engineDefaultAddress = defineControl({
  id: 'engine-default-address',
  subject: engine,
  // Somebody must forget the address, and what listens has an access control of its own.
  rating: ['breach', 'remote'],
  title: {
    en: 'Ports are published on one address when none is named',
    zh: '端口默认只发布在指定地址',
  },
  failingTitle: {
    en: 'Ports are published on all addresses when none is named',
    zh: '端口默认发布在所有地址上',
  },
  rationale: {
    en: 'By default a published port is open on every network of the host, ahead of most of its firewall. An address given once for all keeps an oversight inside.',
    zh: '端口默认在宿主机的所有网络上开放，且先于多数防火墙规则生效。统一指定默认地址，可使疏忽不致外露。',
  },
  remediation: {
    en: 'Write "ip": "127.0.0.1" (or the address of the inner network) into /etc/docker/daemon.json and restart. It holds for the default bridge; for networks of your own write "default-network-opts": {"bridge": {"com.docker.network.bridge.host_binding_ipv4": "127.0.0.1"}}.',
    zh: '在 /etc/docker/daemon.json 中写入 "ip": "127.0.0.1"（或内网地址）并重启。该设置只作用于默认网桥；自建网络请写 "default-network-opts": {"bridge": {"com.docker.network.bridge.host_binding_ipv4": "127.0.0.1"}}。',
  },
  references: [
    'https://docs.docker.com/engine/network/port-publishing/#setting-the-default-bind-address-for-containers',
    'https://docs.docker.com/reference/cli/dockerd/',
  ],
  applies: (e) =>
    e.defaultAddress.effective !== '' ||
    notApplicable(text('The engine has no default bridge', '引擎没有默认网桥')),
  check: settingInForce(
    (e) => e.defaultAddress,
    (address) =>
      !isAnyAddress(address) ||
      fail(
        text(
          `What names no address is published on ${address}, which is every interface`,
          `未指定地址的端口发布在 ${address}，即所有网络接口`,
        ),
      ),
  ),
});
