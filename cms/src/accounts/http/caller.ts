import type { Context } from 'koa'
import { callerOf } from '../../documents/caller'
import { deviceName } from '../../domain/accounts/device-name'
import type { From } from '../activate'

export const addressOf = (ctx: Context) => callerOf(ctx).ip

export const fromOf = (ctx: Context): From => {
  const { ip, userAgent } = callerOf(ctx)
  return { address: ip, device: deviceName(userAgent) }
}
