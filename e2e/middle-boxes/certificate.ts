import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { PATH } from './programs.ts';

/** A certificate in files. */
export interface Certificate {
  readonly certificate: string;
  readonly key: string;
  /** Both in one file. */
  readonly combined: string;
}

/** Makes a certificate that nobody has signed, for 127.0.0.1, in a folder of the test's. */
export async function selfSigned(folder: string): Promise<Certificate> {
  const [certificate, key, combined] = ['certificate.pem', 'key.pem', 'combined.pem'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2'];
  await promisify(execFile)('openssl', ['req', '-x509', ...curve, ...subject, '-keyout', key, '-out', certificate], {
    env: { ...process.env, PATH },
  });
  await writeFile(combined, Buffer.concat([await readFile(certificate), await readFile(key)]), { mode: 0o600 });
  return { certificate, key, combined };
}
