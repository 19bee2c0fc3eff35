import { domainToASCII } from 'node:url';

/** Whether a letter can be sent there (RFC 5321 §4.5.3, RFC 5322 §3.4.1): what no server would take is not tried. */
export function isMailAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, at), domainToASCII(text.slice(at + 1))];
  return text.length <= 254 && localPart.test(local) && local.length <= 64 && domainName.test(domain);
}

/** `ann+any@mail.example` is Ann's box as well. */
export function boxOf(address: string): string {
  return address.toLowerCase().replace(/\+[^@]*(?=@)/, '');
}

/** Whether the name before the @ says that nobody reads what comes: `no-reply`, `drive-noreply`, `noreply.fr+12`. */
export function isNoReply(address: string, noReply: readonly string[]): boolean {
  const name = lettersOf(address.slice(0, address.lastIndexOf('@')));
  return noReply.some((word) => name.includes(lettersOf(word)));
}

function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}]/gu, '');
}

/** Also letters of other scripts (RFC 6531); no dot at an end or beside another. */
const localPart = /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const domainName = /^(?:[a-z0-9_](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i;
