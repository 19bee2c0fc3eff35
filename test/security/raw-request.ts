import { connect } from 'node:net';

export type RawAnswer = {
  /** 0 where the line was closed without a word. */
  readonly status: number;
  readonly head: string;
  readonly body: string;
  /** Whether the other end closed the line by itself. */
  readonly closed: boolean;
};

/**
 * Sends these bytes as they are, one character a byte, and reads until the other end closes, or is silent for longer than a busy
 * machine takes to answer.
 */
export async function rawRequest(port: number, bytes: string, silenceMs = 30_000): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    let heard = '';
    const end = (closed: boolean): void => {
      clearTimeout(silence);
      socket.destroy();
      const [head = '', ...rest] = heard.split('\r\n\r\n');
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
      resolve({ status, head: head.toLowerCase(), body: rest.join('\r\n\r\n'), closed });
    };
    const silence = setTimeout(() => {
      end(false);
    }, silenceMs);
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
    });
    socket.once('close', () => {
      end(true);
    });
    socket.once('error', reject);
  });
}

/** A request of these lines; the connection is closed after its answer. */
export function lines(first: string, headers: readonly string[], body = ''): string {
  const length = Buffer.byteLength(body, 'latin1');
  return [first, ...headers, `Content-Length: ${length}`, 'Connection: close', '', body].join('\r\n');
}
