import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { daemonOnly } from '../blocks/engine/daemon-only.ts';
import { settingInForce } from '../blocks/engine/setting-in-force.ts';
import { fail } from '../../core/controls/verdict.ts';
import { text } from '../../core/text.ts';

export const enginePacketFilter = defineControl({
  id: 'engine-packet-filter',
  subject: engine,
  rating: ['breach', 'open'],
  title: {
    en: 'The engine keeps its networks apart with packet filter rules',
    zh: '引擎通过包过滤规则隔离各网络',
  },
  failingTitle: {
    en: 'The engine does not keep its networks apart with packet filter rules',
    zh: '引擎未通过包过滤规则隔离各网络',
  },
  rationale: {
    en: 'The walls between container networks, and between them and the outside, are packet filter rules that the engine writes. Forbid it to, and containers of different networks reach one another, unless somebody keeps equal rules by hand.',
    zh: '容器网络之间、容器与外部之间的隔离，都靠引擎写入的包过滤规则实现。禁止引擎写规则后，除非人工维护等效规则，否则不同网络的容器可以互通。',
  },
  remediation: {
    en: 'Remove "iptables": false (and "ip6tables": false) from /etc/docker/daemon.json and --iptables=false from ExecStart, then restart: systemctl restart docker. Put rules of your own into the DOCKER-USER chain.',
    zh: '从 /etc/docker/daemon.json 中删除 "iptables": false（以及 "ip6tables": false），并去掉 ExecStart 中的 --iptables=false，然后重启：systemctl restart docker。自定义规则请写入 DOCKER-USER 链。',
  },
  references: ['https://docs.docker.com/engine/network/packet-filtering-firewalls/'],
  applies: daemonOnly,
  check: settingInForce(
    (e) => e.packetFilter,
    (on) =>
      on ||
      fail(
        text(
          'The engine writes no packet filter rules, which would separate its networks',
          '引擎不管理包过滤规则，各网络之间未予隔离',
        ),
      ),
  ),
});
