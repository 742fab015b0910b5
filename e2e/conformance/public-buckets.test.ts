import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describeWithNewestClient } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { startPublicBuckets } from './public-buckets.ts'

const execute = promisify(execFile)

/** Asks as the client does, by the library that it uses, and tells the status and what was asked for of each answer. */
const PROGRAM = `
import json, requests
S3 = "https://wandb-artifacts-refs-public-test.s3-us-west-2.amazonaws.com"
GOOGLE = "https://storage.googleapis.com/storage/v1/b/wandb-artifact-refs-public-test/o/StarWars3.wav"
sound = requests.get(f"{S3}/StarWars3.wav")
part = requests.get(f"{S3}/StarWars3.wav", headers={"range": "bytes=0-3"})
described = requests.get(GOOGLE)
media = requests.get(GOOGLE, params={"alt": "media"})
try:
    elsewhere = requests.get("https://example.com/").status_code
except requests.exceptions.ProxyError as error:
    elsewhere = "502" in str(error)
print(json.dumps({
    "sound": [sound.status_code, sound.content[:4].decode(), sound.headers["etag"] == requests.head(f"{S3}/StarWars3.wav").headers["etag"]],
    "part": [part.status_code, part.text, part.headers["content-range"]],
    "described": [described.status_code, int(described.json()["size"]) == len(sound.content)],
    "media": media.content == sound.content,
    "missing": requests.get(f"{S3}/other").status_code,
    "elsewhere": elsewhere,
}))
`

describeWithNewestClient('the stand-in for public buckets', (client) => {
  test('a program that gets its environment reads the objects of S3 and Google, and reaches nothing else', async () => {
    await using buckets = await startPublicBuckets()
    const { stdout } = await execute(client.python, ['-c', PROGRAM], {
      env: { PATH: '/usr/bin:/bin', ...buckets.environment },
    })
    expect(JSON.parse(stdout)).toEqual({
      sound: [200, 'RIFF', true],
      part: [206, 'RIFF', 'bytes 0-3/8044'],
      described: [200, true],
      media: true,
      missing: 404,
      elsewhere: true,
    })
  })
})
