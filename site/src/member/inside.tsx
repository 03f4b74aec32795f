/** Somebody is logged in: the rooms of the member area, and the way out. Rooms are behind `#/`, so that the token stays in memory. */
import type { FunctionComponent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Api } from './api.ts'
import { Branch } from './branch/branch.tsx'
import { MemberOfBranch } from './branch/member-of-branch.tsx'
import { Overview } from './branch/overview.tsx'
import { Roster } from './branch/roster.tsx'
import { HereContext, holds } from './context.ts'
import { Devices } from './own/devices.tsx'
import { OwnData } from './own/own-data.tsx'
import { OwnDues } from './own/own-dues.tsx'
import { Show, useLoaded } from './parts/load.tsx'
import { asRefusal } from './refusal.ts'
import type { Me } from './shapes.ts'

type Room = { name: string; view: FunctionComponent<{ id: string }>; isFor: (me: Me) => boolean }
const everybody = () => true
const rooms = {
  dues: { name: '我的党费', view: OwnDues, isFor: everybody },
  data: { name: '我的资料', view: OwnData, isFor: everybody },
  devices: { name: '我的设备', view: Devices, isFor: everybody },
  branch: { name: '支部党费', view: Branch, isFor: (me) => holds(me, 'branch') },
  roster: { name: '党员名册', view: Roster, isFor: (me) => holds(me, 'branch') },
  overview: { name: '组织总览', view: Overview, isFor: (me) => holds(me, 'overview') },
} as const satisfies Record<string, Room>
type RoomName = keyof typeof rooms

/** `#/branch/<member>` → branch, and whose statement */
function place(hash: string): { room: RoomName; id: string } {
  const [, name = '', id = ''] = hash.slice(1).split('/')
  return Object.hasOwn(rooms, name) ? { room: name as RoomName, id } : { room: 'dues', id: '' }
}

export function Inside({ api }: { api: Api }) {
  const loaded = useLoaded(() => api.get<Me>('/member/me'), [api])
  return <Show loaded={loaded}>{(me) => <Rooms api={api} me={me} />}</Show>
}

function Rooms({ api, me }: { api: Api; me: Me }) {
  const [here, setHere] = useState(place(location.hash))
  const [said, setSaid] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  const isFirst = useRef(true)
  const open = Object.entries(rooms).filter(([, { isFor }]) => isFor(me)) as [RoomName, Room][]
  const room: Room = rooms[here.room].isFor(me) ? rooms[here.room] : rooms.dues

  useEffect(() => {
    const move = () => {
      // other marks are the portal's own, as #care
      if (!location.hash.startsWith('#/')) return
      setSaid('')
      setHere(place(location.hash))
    }
    addEventListener('hashchange', move)
    return () => removeEventListener('hashchange', move)
  }, [])
  useEffect(() => {
    if (!isFirst.current) heading.current?.focus()
    isFirst.current = false
  }, [here.room, here.id])

  const logOut = () => api.logOut().catch((error: unknown) => setSaid(asRefusal(error).message))
  const MemberRoom = here.room === 'branch' && here.id !== '' ? MemberOfBranch : room.view
  return (
    <HereContext.Provider value={{ api, me, say: setSaid }}>
      <div class="who">
        <p>
          <b>{me.name}</b>
          <span class="quiet">{me.organisation}</span>
        </p>
        <button type="button" class="plain-button" onClick={logOut}>
          退出登录
        </button>
      </div>
      <nav class="rooms" aria-label="党员专区">
        {open.map(([name, { name: shown }]) => (
          <a key={name} href={`#/${name}`} aria-current={room.name === shown ? 'page' : undefined}>
            {shown}
          </a>
        ))}
      </nav>
      <h1 tabIndex={-1} ref={heading}>
        {room.name}
      </h1>
      <p role="status" class={said ? 'state on' : 'visually-hidden'}>
        {said}
      </p>
      <MemberRoom key={`${here.room}/${here.id}`} id={here.id} />
    </HereContext.Provider>
  )
}
