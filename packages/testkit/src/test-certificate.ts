import { isIP } from 'node:net'
import { generate } from 'selfsigned'

/** A certificate for servers of tests, and its key, both as PEM. Who is to trust it is given the certificate itself. */
export interface TestCertificate {
  readonly certificate: string
  readonly key: string
}

/** Makes a certificate that is good for a few days for these host names and addresses, of which it names the first. */
export async function makeTestCertificate(hosts: readonly [string, ...string[]]): Promise<TestCertificate> {
  const made = await generate([{ name: 'commonName', value: hosts[0] }], {
    keyType: 'ec',
    extensions: [
      // It vouches for itself: there is no authority above it.
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: hosts.map((host) => (isIP(host) === 0 ? { type: 2, value: host } : { type: 7, ip: host })),
      },
    ],
  })
  return { certificate: made.cert, key: made.private }
}
