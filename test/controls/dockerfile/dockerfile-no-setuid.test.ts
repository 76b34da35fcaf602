import { dockerfileNoSetuid } from '../../../src/controls/dockerfile/dockerfile-no-setuid.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileNoSetuid, compliantDockerfile, {
  pass: written(
    'FROM a\nRUN find / -perm /6000 -exec chmod a-s {} +',
    'FROM a\nRUN chmod 0755 /x',
    'FROM a\nRUN mkdir -m 2775 /srv/x && install -d -m 3777 /run/x && install -vdm 2775 /z && install --directory --mode 2770 /y',
    'FROM a\nRUN mkdir -p /run/x && chown app /run/x && chmod 2777 /run/x',
    'FROM a\nRUN find /srv -type d -exec chmod g+s {} +',
    // Folders by their name, or by what made them.
    'FROM a\nRUN chmod 2775 /var/www && chmod g+s /srv /opt /data /home/app /usr/local/share ~',
    'FROM a\nRUN chmod g+rws,o-w y/ && chmod 2755 . && chmod g=rwxs,u=rwx $HOME',
    'FROM a\nRUN mkdir -p /y/z\nRUN cd /y && chmod 2770 z /y/z /y',
    'FROM a\nENV Y=/y\nRUN mkdir $Y\nRUN chmod g+s ${Y} && chmod g+s /y',
    'FROM a\nWORKDIR /y\nRUN chmod g+s /y',
    'FROM a\nWORKDIR /y\nCOPY b c z/\nCOPY b /w/b\nRUN chmod g+s /y/z /w',
    'FROM a\nRUN install -d -o app /y && chmod g+s /y',
    // A capability that a program may have.
    'FROM a\nRUN setcap cap_net_bind_service=+ep /x && setcap CAP_NET_RAW,cap_ipc_lock+eip /x',
    "FROM a\nRUN setcap 'cap_net_bind_service=+ep cap_net_admin+p' /x && setcap = /x",
    'FROM a\nRUN setcap -r /x && setcap -v cap_sys_admin+ep /x && setcap cap_sys_admin-ep /x',
    'FROM a\nRUN setcap cap_setuid=i /x && echo setcap all=ep /x',
    'FROM a AS b\nRUN setcap all=ep /x\nFROM c',
  ),
  fail: written(
    'FROM a\nRUN chmod u+s /x',
    'FROM a\nRUN chmod 4755 /x',
    'FROM a\nRUN install -m 4755 x /usr/bin/x',
    'FROM a\nRUN install -gdaemon -m 4755 x /usr/bin/x',
    'FROM a\nRUN mkdir -p /opt/x && chmod 4755 /opt/x/y',
    'FROM a\nRUN mkdir -p /opt/x && cp y /opt/x && chmod -R 4755 /opt/x',
    'FROM a\nRUN find /opt -type f -exec chmod u+s {} +',
    'FROM a\nRUN find /opt -type d && chmod u+s /x',
    'FROM a\nRUN ls | xargs chmod u+s',
    'FROM a\nRUN chmod g+s /x',
    'FROM a\nRUN chmod 2755 /usr/bin/x /srv',
    'FROM a\nRUN chmod 6775 /srv && chmod +s /opt',
    'FROM a\nRUN chmod u+s /var/www',
    'FROM a\nRUN chmod -R g+s /var/www',
    'FROM a\nRUN mkdir /y && chmod g+s /y/x && chmod ug+s /y',
    'FROM a\nCOPY x /y/x\nRUN chmod g+s /y/x',
    'FROM a\nRUN mkdir y\nWORKDIR /w\nRUN chmod g+s y',
    'FROM a\nRUN install -m 2755 x /usr/bin/x',
    'FROM a\nRUN setcap cap_setuid+ep /x',
    'FROM a\nRUN setcap cap_net_raw,CAP_SYS_PTRACE=eip /x',
    "FROM a\nRUN sudo /sbin/setcap 'cap_net_raw+ep cap_dac_read_search=+ep' /x",
    'FROM a\nRUN setcap =ep /x',
    'FROM a\nRUN setcap -q all+pe "$(which x)"',
    'FROM a AS b\nONBUILD RUN setcap cap_sys_admin=p /x\nFROM c',
    'FROM a\nCOPY --chmod=4755 x /x',
    'FROM a AS b\nONBUILD RUN chmod u+s /x\nFROM c',
    'FROM a AS b\nONBUILD COPY --chmod=4755 x /x\nFROM c',
  ),
  says: {
    'FROM a\nRUN mkdir /y && chmod g+s /y/x && chmod ug+s /y': 'It sets the bits: chmod g+s /y/x',
    'FROM a\nRUN setcap cap_setuid+ep /x':
      'It gives capabilities as good as root: setcap cap_setuid+ep /x',
    'FROM a\nCOPY --chmod=4755 x /x': 'It sets the bits: COPY x /x',
  },
});
