import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Postfix and Dovecot as Debian packs them, started by hand on free ports of this machine; every address has a box. */
export type MailServers = {
  readonly smtpUrl: string;
  readonly imapUrl: (address: string) => string;
  /** Ends the connections of a box, as a server does that is restarted. */
  readonly disconnect: (address: string) => void;
  /** Makes the server number a box's mails anew, under another UIDVALIDITY. */
  renumber(address: string): Promise<void>;
  stop(): Promise<void>;
};

/** `direct`: mail for this domain goes straight to this port (SMTP), everything else into Dovecot's boxes. Needs root. */
export async function startMailServers(direct: {
  readonly domain: string;
  readonly port: number;
}): Promise<MailServers> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-mail-'));
  chmodSync(folder, 0o755);
  const [smtp, imap, lmtp] = await Promise.all([freePort(), freePort(), freePort()]);
  const start = () => startDovecot(join(folder, 'dovecot'), { imap, lmtp });
  let dovecot = start();
  const postfix = startPostfix(join(folder, 'postfix'), { smtp, lmtp, direct });
  await Promise.all([smtp, imap, lmtp].map(answering));
  return {
    smtpUrl: `smtp://127.0.0.1:${String(smtp)}`,
    imapUrl: (address) => `imap://${encodeURIComponent(address)}:${password}@127.0.0.1:${String(imap)}/INBOX`,
    disconnect(address) {
      execFileSync('/usr/bin/doveadm', ['-c', join(folder, 'dovecot', 'dovecot.conf'), 'kick', address]);
    },
    // Not while it runs: what it writes down of a delivery in between keeps the old UIDVALIDITY.
    async renumber(address) {
      await ended(dovecot, 'SIGTERM');
      for (const file of ['dovecot-uidlist', 'dovecot.index', 'dovecot.index.log', 'dovecot.index.cache'])
        rmSync(join(folder, 'dovecot', 'mail', address, file), { force: true });
      dovecot = start();
      await Promise.all([imap, lmtp].map(answering));
    },
    async stop() {
      await Promise.all([ended(dovecot, 'SIGTERM'), stopPostfix(postfix, join(folder, 'postfix'))]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const password = 'loopback';

function startDovecot(folder: string, { imap, lmtp }: { readonly imap: number; readonly lmtp: number }): ChildProcess {
  mkdirSync(join(folder, 'mail'), { recursive: true });
  chmodSync(join(folder, 'mail'), 0o777);
  const configuration = `
protocols = imap lmtp
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
ssl = no
disable_plaintext_auth = no
auth_username_format = %Lu
first_valid_uid = 1
mail_location = maildir:${folder}/mail/%u
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=${folder}/mail/%u allow_all_users=yes
}
service imap-login {
  inet_listener imap {
    port = ${String(imap)}
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  inet_listener lmtp {
    port = ${String(lmtp)}
  }
}
protocol lmtp {
  postmaster_address = postmaster@localhost
}
`;
  const file = join(folder, 'dovecot.conf');
  writeFileSync(file, configuration);
  return spawn('/usr/sbin/dovecot', ['-F', '-c', file], { stdio: 'inherit' });
}

function startPostfix(
  folder: string,
  ports: {
    readonly smtp: number;
    readonly lmtp: number;
    readonly direct: { readonly domain: string; readonly port: number };
  },
): ChildProcess {
  for (const part of ['config', 'queue', 'data']) mkdirSync(join(folder, part), { recursive: true });
  const main = `
compatibility_level = 3.6
myhostname = mail.localhost
queue_directory = ${folder}/queue
data_directory = ${folder}/data
maillog_file_prefixes = ${folder}
maillog_file = ${folder}/log
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
mydestination =
local_recipient_maps =
alias_maps =
alias_database =
default_transport = lmtp:inet:127.0.0.1:${String(ports.lmtp)}
relay_transport = lmtp:inet:127.0.0.1:${String(ports.lmtp)}
transport_maps = inline:{ { ${ports.direct.domain} = smtp:[127.0.0.1]:${String(ports.direct.port)} } }
smtpd_recipient_restrictions = permit_mynetworks, reject
minimal_backoff_time = 5s
queue_run_delay = 5s
`;
  const services = `
127.0.0.1:${String(ports.smtp)} inet n - n - - smtpd
pickup    unix  n - n 60 1 pickup
cleanup   unix  n - n - 0 cleanup
qmgr      unix  n - n 300 1 qmgr
rewrite   unix  - - n - - trivial-rewrite
bounce    unix  - - n - 0 bounce
defer     unix  - - n - 0 bounce
trace     unix  - - n - 0 bounce
verify    unix  - - n - 1 verify
flush     unix  n - n 1000? 0 flush
proxymap  unix  - - n - - proxymap
smtp      unix  - - n - - smtp
lmtp      unix  - - n - - lmtp
error     unix  - - n - - error
retry     unix  - - n - - error
discard   unix  - - n - - discard
anvil     unix  - - n - 1 anvil
scache    unix  - - n - 1 scache
showq     unix  n - n - - showq
postlog   unix-dgram n - n - 1 postlogd
`;
  execFileSync('chown', ['postfix', join(folder, 'data')]);
  writeFileSync(join(folder, 'config', 'main.cf'), main);
  writeFileSync(join(folder, 'config', 'master.cf'), services);
  return spawn('/usr/sbin/postfix', ['-c', join(folder, 'config'), 'start-fg'], { stdio: 'inherit' });
}

async function ended(program: ChildProcess, signal: 'SIGTERM' | null): Promise<void> {
  if (program.exitCode !== null) return;
  const gone = new Promise((resolve) => program.once('exit', resolve));
  if (signal !== null) program.kill(signal);
  await gone;
}

/** Its master runs beside the program that started it: only its own command ends both. */
async function stopPostfix(program: ChildProcess, folder: string): Promise<void> {
  spawn('/usr/sbin/postfix', ['-c', join(folder, 'config'), 'stop'], { stdio: 'ignore' });
  await ended(program, null);
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new RangeError('There is no free port.');
  return address.port;
}

async function answering(port: number): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => {
        resolve(false);
      });
    });
    if (open) return;
    await setTimeout(200);
  }
  throw new RangeError(`Nothing answers on port ${String(port)}.`);
}
