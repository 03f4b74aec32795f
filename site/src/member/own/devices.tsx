/** 我的设备: where this account is logged in, and the second factor. */
import { useState } from 'preact/hooks'
import { useHere } from '../context.ts'
import { Problem } from '../parts/form.tsx'
import { Show, useLoaded } from '../parts/load.tsx'
import { Sure } from '../parts/sure.tsx'
import { asRefusal, type Refusal } from '../refusal.ts'
import type { Device } from '../shapes.ts'
import { moment } from '../words.ts'
import { SecondFactorRoom } from './second-factor.tsx'

export function Devices() {
  const { api, say } = useHere()
  const loaded = useLoaded(() => api.get<Device[]>('/auth/devices'), [api])
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      setRefusal(null)
      await work()
    } catch (error) {
      setRefusal(asRefusal(error))
    }
  }
  const remove = ({ id, name }: Device) =>
    attempt(async () => {
      await api.remove(`/auth/devices/${id}`)
      say(`“${name}”已退出登录。`)
      await loaded.again()
    })
  return (
    <>
      <section aria-labelledby="devices">
        <div class="section-head">
          <h2 id="devices">已登录的设备</h2>
        </div>
        <Problem refusal={refusal} />
        <Show loaded={loaded}>
          {(devices) => (
            <>
              <ul class="rows">
                {devices.map((device) => (
                  <li key={device.id}>
                    <span>
                      {device.name} {device.isThis && <b class="mark calm">这台设备</b>}
                      <small class="quiet">最近使用：{moment(device.lastSeen)}</small>
                    </span>
                    {!device.isThis && (
                      <Sure
                        ask="退出"
                        question={`让“${device.name}”退出登录吗？`}
                        yes="让它退出"
                        onYes={() => remove(device)}
                      />
                    )}
                  </li>
                ))}
              </ul>
              <div class="button-row">
                <Sure
                  ask="退出所有设备"
                  question="所有设备（包括这一台）都会退出登录，要用时再登录。确定吗？"
                  yes="全部退出"
                  onYes={() => attempt(() => api.logOut(true))}
                />
              </div>
              <p class="quiet">有不认识的设备，请退出所有设备，再到“我的资料”修改密码。</p>
            </>
          )}
        </Show>
      </section>
      <SecondFactorRoom />
    </>
  )
}
