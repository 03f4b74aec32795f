import { describe, expect, it } from 'vitest'
import { parseSettings } from './schema.ts'

const problemOf = (source: Record<string, string>) => {
  const parsed = parseSettings(source, '/portal')
  return 'problem' in parsed ? parsed.problem : null
}
const bucket = { DEPLOY_TO: 's3://portal/www', DEPLOY_S3_ACCESS_KEY: 'key', DEPLOY_S3_SECRET_KEY: 'secret' }
const host = {
  DEPLOY_TO: 'sftp://www@web.example.edu.cn:2222/srv/portal',
  DEPLOY_SSH_HOST_KEY: `SHA256:${'a'.repeat(43)}`,
  DEPLOY_SSH_PASSWORD: 'password',
}

describe('settings of the deployment', () => {
  it.each([
    [{}],
    [bucket],
    [host],
    [{ ...bucket, DEPLOY_S3_ENDPOINT: 'https://oss.example.cn', DEPLOY_S3_PATH_STYLE: 'true' }],
  ])('are complete in %j', (source) => expect(problemOf(source)).toBeNull())

  it.each<[Record<string, string>, string]>([
    [{ DEPLOY_TO: 'ftp://host/path' }, 'DEPLOY_TO'],
    [{ DEPLOY_TO: 's3://' }, 'DEPLOY_TO'],
    [{ DEPLOY_TO: 'sftp://host/path' }, 'DEPLOY_TO'],
    [{ ...host, DEPLOY_TO: 'sftp://www:secret@host/path' }, 'DEPLOY_SSH_PASSWORD'],
    [{ DEPLOY_TO: 's3://portal' }, 'DEPLOY_S3_ACCESS_KEY'],
    [{ ...bucket, DEPLOY_S3_SECRET_KEY: '' }, 'DEPLOY_S3_SECRET_KEY'],
    [{ ...bucket, DEPLOY_S3_ENDPOINT: 'oss.example.cn' }, 'DEPLOY_S3_ENDPOINT'],
    [{ ...host, DEPLOY_SSH_HOST_KEY: '' }, 'DEPLOY_SSH_HOST_KEY'],
    [{ ...host, DEPLOY_SSH_HOST_KEY: 'aa:bb' }, 'SHA256:'],
    [{ ...host, DEPLOY_SSH_PASSWORD: '' }, 'DEPLOY_SSH_KEY_FILE'],
    [{ ...host, DEPLOY_SSH_KEY_FILE: '/nowhere/key' }, '找不到'],
  ])('%j lack or break %s', (source, named) => expect(problemOf(source)).toContain(named))

  it('never show a password', () => {
    expect(problemOf({ ...host, DEPLOY_TO: 'sftp://www:hunter2@host/path' })).not.toContain('hunter2')
  })
})
