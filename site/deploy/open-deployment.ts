/** The deployment as the publisher runs it: from settings to a running copy. */
import path from 'node:path'
import type { Logger } from 'pino'
import { type Deployment, startDeployment } from './deployment.ts'
import { openInventory } from './inventory.ts'
import { createS3Target } from './s3-target.ts'
import type { DeploySettings } from './settings.ts'
import { createSftpTarget } from './sftp-target.ts'
import { openStaging } from './staging.ts'

type Place = { siteDir: string; liveDir: string; logger: Logger; signal: AbortSignal }

/** It waits for the first change it is told of; a release has it compare everything. */
export function openDeployment(settings: DeploySettings, place: Place): Deployment {
  const target = settings.kind === 's3' ? createS3Target(settings) : createSftpTarget(settings)
  const inventory = openInventory(path.join(place.siteDir, 'deployment.sqlite'), target.name)
  const staging = openStaging(path.join(place.siteDir, 'outgoing'))
  const deployment = startDeployment({ ...place, target, inventory, staging })
  return { ...deployment, finished: deployment.finished.finally(() => inventory.close()) }
}
