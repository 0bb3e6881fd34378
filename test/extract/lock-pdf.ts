import { createHash } from 'node:crypto';

/** The passwords of a PDF: with the user's it opens, the owner's only forbids to copy or print. */
export interface Lock {
  readonly user: string;
  readonly owner: string;
}

const filler = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const permissions = -64;
const id = 'dpa-lint-test-id';

/** The oldest way to lock a PDF (RC4 with 40 bits), which every reader still opens. */
export function lockOf({ user, owner }: Lock): { trailer: string; body: (text: string, object: number) => string } {
  const allowed = rc4(md5(padded(owner)).subarray(0, 5), padded(user));
  const rights = Buffer.alloc(4);
  rights.writeInt32LE(permissions);
  const key = md5(padded(user), allowed, rights, Buffer.from(id)).subarray(0, 5);
  const hex = (bytes: Buffer): string => `<${bytes.toString('hex')}>`;
  return {
    trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${hex(allowed)} /U ${hex(rc4(key, filler))} /P ${permissions} >> /ID [(${id}) (${id})]`,
    body: (text, object) => {
      const own = md5(key, Buffer.from([object & 255, object >> 8, 0, 0, 0])).subarray(0, 10);
      return rc4(own, Buffer.from(text, 'latin1')).toString('latin1');
    },
  };
}

function padded(password: string): Buffer {
  return Buffer.concat([Buffer.from(password, 'latin1'), filler]).subarray(0, 32);
}

function md5(...parts: readonly Buffer[]): Buffer {
  return createHash('md5').update(Buffer.concat(parts)).digest();
}

function rc4(key: Buffer, text: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number): void => {
    [state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0];
  };
  for (let at = 0, other = 0; at < 256; at++) {
    other = (other + (state[at] ?? 0) + (key[at % key.length] ?? 0)) & 255;
    swap(at, other);
  }
  let one = 0;
  let two = 0;
  return Buffer.from(
    text.map((byte) => {
      one = (one + 1) & 255;
      two = (two + (state[one] ?? 0)) & 255;
      swap(one, two);
      return byte ^ (state[((state[one] ?? 0) + (state[two] ?? 0)) & 255] ?? 0);
    }),
  );
}
