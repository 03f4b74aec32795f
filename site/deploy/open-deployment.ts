/** The deployment as the publisher runs it: from settings to a running copy. */
import path from 'node:path'
import type { Logger } from 'pino'
import { type Deployment, startDeployment } from './deployment.ts'
import { openInventory } from './inventory.ts'
import { createS3Target } from './s3-target.ts'
import type { DeploySettings } from './settings.ts'
import { createSftpTarget } from './sftp-target.ts'
import { openStaging } from './staging.ts'

export const inventoryPath = (siteDir: string) => path.join(siteDir, 'deployment.sqlite')

type Place = { siteDir: string; liveDir: string; logger: Logger; signal: AbortSignal }

/** Call it when the live tree stands for the first time; it begins by comparing everything. */
export async function openDeployment(settings: DeploySettings, place: Place): Promise<Deployment> {
  const target = settings.kind === 's3' ? createS3Target(settings) : createSftpTarget(settings)
  const inventory = openInventory(inventoryPath(place.siteDir), target.name)
  const staging = await openStaging(path.join(place.siteDir, 'outgoing'))
  const deployment = startDeployment({ ...place, target, inventory, staging })
  return { ...deployment, finished: deployment.finished.finally(() => inventory.close()) }
}
